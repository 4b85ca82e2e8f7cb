/* Files that are either wholly there or not at all, also after a power cut: written beside, synced, then put in place, and the folder synced. */
import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** Puts the file there unless one exists; false (and nothing touched) if it does. Mode 0600. */
export function writeNew(file: string, bytes: Uint8Array): boolean {
  const beside = writeBeside(file, bytes);
  try {
    // A hard link fails where a rename would overwrite.
    linkSync(beside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(beside, { force: true });
  }
  syncFolder(dirname(file));
  return true;
}

/** Replaces the file, or makes it. Mode 0600. */
export function writeOver(file: string, bytes: Uint8Array): void {
  const beside = writeBeside(file, bytes);
  try {
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
  syncFolder(dirname(file));
}

/** Makes the folder remember its names. Windows cannot open a folder and does not need to. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function writeBeside(file: string, bytes: Uint8Array): string {
  const beside = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}.new`;
  const handle = openSync(beside, 'wx', 0o600);
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return beside;
}

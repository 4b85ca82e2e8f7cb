/* A plainly invented joint record with a dissent in two lines, for tests of what it says and of its writers. */
import type { Day, Instant } from '../../kernel/day.ts';
import type { KeyPaper, KeySignature } from './key-paper.ts';

const at = '2026-11-20T03:00:00.000Z' as Instant;
const voice = (seat: KeySignature['seat'], vote: 'for' | 'against', reasons: string) => ({
  seat,
  vote,
  reasons,
  name: `Người của ${seat}`,
  title: 'Trưởng phòng',
  at,
});
export const sampleKeyPaper: KeyPaper = {
  number: 'TD-2026-000001',
  turn: 2,
  day: '2026-11-21' as Day,
  title: 'Nhóm môi giới chợ phiên',
  offices: { handler: 'Phòng Cảnh sát hình sự', procuracy: 'Viện kiểm sát', court: 'Tòa án tỉnh' },
  kind: 'recognise',
  proposedBy: 'handler',
  proposedOn: '2026-11-19' as Day,
  grounds: ['Có tổ chức'],
  endReason: null,
  reasons: 'Cần phối hợp',
  votes: [
    voice('court', 'against', 'Đã rõ.\nĐề nghị ghi vào biên bản.'),
    voice('handler', 'for', 'Cần lực lượng'),
    voice('procuracy', 'for', 'Cần kiểm sát'),
  ],
  rule: 'Ít nhất hai cơ quan đồng ý.',
  outcome: 'agreed',
  priority: 'top',
  conclusions: null,
};
export const sampleSignature: KeySignature = {
  seat: 'court',
  name: 'Bà Lựu',
  title: null,
  office: 'Tòa án tỉnh',
  at,
};

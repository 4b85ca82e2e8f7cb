/* The register of forms: those this system makes and those it only keeps when they come from elsewhere. The codes are those of the facts
 * (`shared/facts/law/forms.json`); purely criminal forms belong to the case file and are not here. */
import type { Form, ReceivedForm } from '../form.ts';
import { homecoming, policeCertificate, proceedingsCertificate, rescuerCertificate } from './certificates.ts';
import {
  application2013,
  application2025,
  declarationInCountry,
  declarationReturned,
} from './declarations.ts';
import {
  crimeReport,
  crimeReportPassedOn,
  fundRequest,
  handOver,
  verificationLetter,
} from './proceedings.ts';

export const forms: readonly Form[] = [
  declarationInCountry,
  declarationReturned,
  homecoming,
  handOver,
  verificationLetter,
  policeCertificate,
  rescuerCertificate,
  proceedingsCertificate,
  application2025,
  application2013,
  crimeReport,
  crimeReportPassedOn,
  fundRequest,
];

export const foreignPaper: ReceivedForm = {
  code: 'GT-NN',
  basis: 'Khoản 4 Điều 28 Luật số 66/2011/QH12; Điều 33 Luật số 53/2024/QH15',
  received: true,
};

export const formCodes: readonly string[] = [...forms.map(form => form.code), foreignPaper.code];

export const findForm = (code: unknown): Form | undefined => forms.find(form => form.code === code);

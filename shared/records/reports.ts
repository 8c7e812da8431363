/** Reports (segnalazioni) of a mother or child in need, from those who met them to the call centre (D1). */
import { event } from '../event.ts';
import { ReportId } from '../ids.ts';

export const reportEvents = [event('report.received', { reportId: ReportId })] as const;

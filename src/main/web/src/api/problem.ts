// An answer that is no success.
import type { Dependant, Plan } from './sources';

interface ProblemRecord {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  readonly parameter?: string;
  readonly plan?: Plan;
  readonly dependants?: readonly Dependant[];
}
/** An answer that is no success (RFC 9457), or none at all: then `name` is `unreachable` and `status` 0. */
export class Problem extends Error {
  /** What kind of problem it is: the part of its type after `#`, for example `unknown-thing`. */
  readonly kind: string;
  readonly status: number;
  readonly detail: string;
  readonly parameter: string | undefined;
  readonly plan: Plan | undefined;
  readonly dependants: readonly Dependant[];

  constructor(record: ProblemRecord, readonly retryAfterSeconds?: number) {
    super(record.detail ?? record.title);
    this.kind = record.type.split('#')[1] ?? record.type;
    this.status = record.status;
    this.detail = record.detail ?? record.title;
    this.parameter = record.parameter;
    this.plan = record.plan;
    this.dependants = record.dependants ?? [];
  }

  static readonly unreachable = () => new Problem({ type: '#unreachable', title: 'The server does not answer', status: 0 });
}
/** What an answer that is no success says, as a problem or in plain words. */
export async function problemFrom(answer: Response): Promise<Problem> {
  const text = await answer.text();
  try {
    return new Problem(JSON.parse(text) as ProblemRecord);
  } catch {
    return new Problem({ type: '#bad-request', title: text.slice(0, 2000) || answer.statusText, status: answer.status });
  }
}

export async function problemIn(answer: Response): Promise<ProblemRecord> {
  try {
    return (await answer.json()) as ProblemRecord;
  } catch {
    return { type: '#unreadable', title: answer.statusText, status: answer.status };
  }
}

import { consult, giveView, signOpinion, writeOpinion } from './analysis';
import { classify } from './classify';
import { assignOfficer, merge, reopen, setSeverity, voidRecord, withdraw } from './ending';
import { handOver, handOverPapers, receive, returnHandover } from './handover';
import { attach, plan, reclassify } from './intake';
import { close, decideException, logContact, recordSatisfaction, requestException } from './negotiation';
import type { ActSpec } from './spec';

/** The dialog of every act, by the last part of the act's address. Amending has a page of its own. */
export const specs: Record<string, ActSpec> = {
  classify,
  reclassify,
  'log-contact': logContact,
  'record-satisfaction': recordSatisfaction,
  'request-exception': requestException,
  'decide-exception': decideException,
  close,
  plan,
  attach,
  'hand-over': handOver,
  'hand-over-papers': handOverPapers,
  receive,
  'return-handover': returnHandover,
  consult,
  'give-view': giveView,
  'write-opinion': writeOpinion,
  'sign-opinion': signOpinion,
  'set-severity': setSeverity,
  void: voidRecord,
  withdraw,
  reopen,
  merge,
  'assign-officer': assignOfficer,
};

// The shapes of the API, mirroring internal/app/*_view.go and the ledger types they carry.
// Names are those of the JSON. Dates are EDTF strings; ledger times are RFC 3339.

export interface Clause { text: string; trace?: string }
export type Sentence = Clause[];
export interface Figure { name: string; label: string; n: number; text?: string; trace: string }
export interface Named { code: string; name: string }
export interface ScopeView { as_of: string; lens: string; hidden: number; version: string }

export interface Hub extends Named { capital: string; lat: number; lon: number }
export interface Meta {
  version: string; engine: string; region: string; regions: Named[] | null; hub: Named; hubs: Hub[] | null; states: Named[] | null; seats: Hub[] | null;
  item: string; records: number; writable: boolean; who: string;
}

export interface Card { question: string; sentence: Sentence; ready: boolean; pending?: Pending; screen: string; spark: number[] | null; spark_from: number }
export interface ChangeRow { at: string; who: string; why: string; what: string; n: number; trace: string }
export interface HomeView {
  scope: ScopeView; region: string; regions: Named[] | null; hub: Named; states: Named[]; sentence: Sentence; stock: Figure[] | null;
  drafts: number; span: string[] | null; cards: Card[] | null; changes: ChangeRow[] | null; since: string; item: string;
}
export interface SearchHit {
  ref: string; kind: string; title: string; when: string; status: string; snippet: string; marks: [number, number][] | null; screen: string;
}
export interface SearchView { scope: ScopeView; words: string; hits: SearchHit[] | null; next: string }
export interface SourceGroup extends Figure { by: 'based' | 'kind' | 'lang' }
export interface SourceList { scope: ScopeView; sentence: Sentence; sources: SourceHead[] | null; next: string; groups: SourceGroup[] | null }
export interface SourceView { scope: ScopeView; source: SourceHead; rows: TraceRow[] | null; total: number; next: string }

export type Presence = 'answered' | 'silent-searched' | 'silent-reported' | 'not-searched' | 'absent' | 'not-applicable' | '';
export type Timing = 'in-time' | 'late' | 'possibly-late' | 'untimed' | 'before' | '';
export type Position = 'with' | 'leaning-with' | 'neutral' | 'leaning-against' | 'against' | 'silent' | 'absent' | '';

export interface ItemHead {
  key: string; kind: 'item' | 'rollcall'; title: string; question: string; t0: string; window: string; hub: Named; with: string;
  against: string; rollcall: string; claim: string; trace: string;
}
export interface Cell {
  state: string; presence: Presence; position: Position; timing: Timing; vote: string; contested: boolean; records: number;
  sources: number; quotes: number; otherwise: number; trace: string;
}
export interface Answer extends Cell {
  name: string; expected: boolean; unsure: boolean; when: string; lag_min: number | null; lag_max: number | null; lag: string;
  form: string; voice: string; summary: string; quote: string; positions: Position[] | null;
}
export interface Totals { yes: number | null; no: number | null; abstain: number | null }
export interface LitmusView {
  scope: ScopeView; item: ItemHead; sentence: Sentence; counts: Figure[] | null; timings: Figure[] | null;
  votes: Figure[] | null; roster: string[] | null;
  expected: Answer[] | null; others: Answer[] | null; official: Totals | null; hub_vote: string; drafts: number; sources: Named[] | null;
}
export interface LitmusRow { item: ItemHead; cells: Cell[]; expected: number; answered: number }
export interface LitmusMatrix { scope: ScopeView; sentence: Sentence; hubs: Named[] | null; states: Named[]; rows: LitmusRow[] | null }

export interface EventMark {
  key: string; when: string; by: string[] | null; to: string[] | null; type: string; mode: string; quad: number; contexts: string[] | null;
  instrument: string; summary: string; credibility: number; trace: string;
}
export interface PressureMark extends EventMark { episode: string; paired: boolean }
export interface Arc {
  episode: string; trigger: string; response: string; lag_min: number; lag_max: number; known: boolean; lag: string; link: string; trace: string;
}
export interface PressureLane { target: Named; triggers: PressureMark[] | null; responses: PressureMark[] | null; arcs: Arc[] | null }
export interface EpisodeRow {
  key: string; name: string; targets: Named[] | null; triggers: EventMark[] | null; responses: EventMark[] | null;
  shape: 'pair' | 'unanswered' | 'untriggered'; lag: string; official_reason: string; link: string; link_text: string; claimed_by: string;
  missing: string[] | null; trace: string;
}
export interface PressureView {
  scope: ScopeView; hub: Named; hubs: Named[] | null; target: string; sentence: Sentence; notice: string; counts: Figure[] | null;
  links: Figure[] | null; lanes: PressureLane[] | null; episodes: EpisodeRow[] | null;
}

export interface VoteMark { rollcall: string; title: string; when: string; vote: string; hub_vote: string; position: Position; trace: string }
export interface StanceMark {
  item: string; title: string; hub: string; when: string; position: Position; form: string; voice: string; summary: string; trace: string;
}
export interface YearCount { year: number; n: number; trace: string }
export interface EventLane { total: number; years: YearCount[] | null; events: EventMark[] | null; next: string }
export interface Interval { label: string; group: string; status: string; from: string; to: string; note: string; trace: string }
export interface TieRow {
  hub: Named; channel: string; measure: string; value: number | null; unit: string; when: string; note: string; trace: string;
}
export interface ForecastRow {
  key: string; author: string; published: string; statement: string; question: string; probability: number | null; horizon: string;
  outcome: string; form: string; trace: string;
}
export interface StateView {
  scope: ScopeView; state: Named; names: string[] | null; hub: Named; sentence: Sentence; counts: Figure[] | null; votes: VoteMark[] | null;
  stances: StanceMark[] | null; given: EventLane; received: EventLane; memberships: Interval[] | null; office: Interval[] | null;
  ties: TieRow[] | null; forecasts: ForecastRow[] | null;
}
export interface StateHead extends Named { votes: number; stances: number; given: number; received: number }
export interface StateList { scope: ScopeView; region: string; states: StateHead[] | null }

export interface SourceHead {
  key: string; title: string; publisher: string; author: string; published: string; url: string; language: string; type: string;
  based_in: string; grade: string; records: number | null;
}
export interface TraceQuote {
  key: string; document: string; title: string; published: string; exact: string; prefix: string; suffix: string; start: number;
  end: number; voice: string; voice_role: string; orphan: boolean;
}
export interface TraceEvidence {
  kind: 'quote' | 'vote' | 'source'; note: string; hidden: boolean; // hidden: by the lens, in no figure
  quote?: TraceQuote; vote?: VoteMark; source?: SourceHead;
}
export interface TraceRow {
  ref: string; trace: string; kind: string; label: string; when: string; status: string; weight: number; coder: string; rev: number; at: string;
  who: string; why: string; credibility: number; body: Record<string, unknown>; evidence: TraceEvidence[] | null;
}
export interface TraceView {
  id: string; scope: ScopeView; figure: string; value: string; rule: string; rows: TraceRow[] | null; total: number; next: string;
  parts: Figure[] | null;
}

export interface DocumentHead {
  hash: string; title: string; author: string; outlet: string; published: string; retrieved: string; language: string; form: string;
  url: string; bytes: number; drafts: number; accepted: number; open: number; coded: string; read: string;
}
export interface DocumentList { documents: DocumentHead[] | null; next: string }
export interface Voice { name?: string; actor?: string; role?: string; on_behalf?: string }
export interface Coder { kind: string; name: string; version?: string }
export interface Evidence { quote?: string; vote?: string; source?: string; note?: string }
export interface Block { kind: string; start: number; end: number }
export interface Turn { speaker: string; role?: string; start: number; end: number }
export interface Relay { kind: string; text: string; start: number; end: number }
export interface RecordView {
  id: string; ref: string; trace: string; kind: string; key: string; rev: number; status: string; label: string; coder: Coder; evidence: Evidence[] | null;
  at: string; who: string; why: string; hash: string; body: Record<string, unknown>;
}
export interface CodedSpan { quote: string; start: number; end: number; exact: string; voice: Voice; orphan: boolean }
export interface CodedRecord { record: RecordView; spans: CodedSpan[] | null; suggestion: Suggestion | null }
export interface Stretch { start: number; end: number }
export interface SuggestionCheck { verdict: 'agrees' | 'disagrees' | 'not in the ledger'; with: string; text: string }
export interface SuggestionConflict { ref: string; text: string; trace: string }
export interface SuggestionParty { code: string; name: string; sector: string; office: string; person: string }
export type Impact = 'conflict' | 'empty-cell' | 'pair' | 'vote' | 'other';
export interface Suggestion {
  confidence: number; step: string; frame: string; operators: string[]; filters: string[]; features: string[]; check: SuggestionCheck | null;
  conflict: SuggestionConflict | null; trigger: Stretch; rank: number; impact: Impact; impact_text: string; refers: string[];
  by: SuggestionParty[]; to: SuggestionParty[]; version: string; run: string;
}
export interface SuggestReport {
  document: string; made: number; known: number; superseded: number; accepted: number; refused: string[]; open: number; sentences: number;
  again: boolean; version: string; run: string;
}
export interface SuggestRequest { documents?: string[] }
export interface SuggestStatus {
  running: boolean; what: string; done: number; total: number; documents: number; read: number; open: number; failed: string[]; version: string;
}
export interface QueueDocument { hash: string; title: string; outlet: string; published: string }
export interface QueueRow { document: QueueDocument; coded: CodedRecord }
export interface QueueCount { name: string; label: string; n: number }
export interface Queue {
  scope: ScopeView; sentence: Sentence; rows: QueueRow[]; total: number; kinds: QueueCount[]; impacts: QueueCount[]; documents: number; next: string;
}
export interface DecideRequest { refs: string[]; status: 'accepted' | 'rejected' | 'draft'; why?: string; who?: string }
export interface Decided { ref: string; trace: string; kind: string; label: string; from: string; to: string; rev: number; also: boolean }
export interface Decision { id: string; at: string; status: string; who: string; why: string; text: string; changed: Decided[]; same: string[] }
export interface AcceptanceRow {
  slug: string; title: string; kinds: string[]; steps: string[]; frames: string[]; least: number; checks: string[]; sources: string[]; on: boolean;
  switched_by: string; switched_at: string; rev: number; trace: string; accepted: number;
}
export interface AcceptanceList { scope: ScopeView; rules: AcceptanceRow[] }
export interface AcceptanceRequest {
  title: string; kinds?: string[]; steps?: string[]; frames?: string[]; least: number; checks?: string[]; sources?: string[]; who?: string;
}
export interface StepPrecision { step: string; accepted: number; rejected: number; share: number | null; low: number | null; high: number | null }
export interface AcceptanceTrial {
  scope: ScopeView; rule: AcceptanceRow; total: number; examples: QueueRow[]; precision: StepPrecision[]; text: string;
}
export interface SwitchRequest { on: boolean; who?: string; why?: string }
export interface AgreementMan { name: string; records: number; documents: number; chosen: boolean }
export interface AgreementRow {
  kind: string; label: string; metric: 'nominal' | 'ordinal'; units: number; coded: number; same: number; alpha: number | null; low: number | null;
  high: number | null; enough: boolean; text: string;
}
export interface AgreementSide { coder: string; value: string; records: RecordView[] }
export interface Disagreement {
  unit: string; document: QueueDocument; kind: string; start: number; end: number; sentence: string; sides: AgreementSide[]; settled: boolean;
}
export interface AgreementView {
  scope: ScopeView; coders: AgreementMan[]; documents: number; sentences: number; rows: AgreementRow[]; disagreements: Disagreement[]; next: string;
  text: string;
}
export interface AdjudicateRequest { unit: string; choose: string[]; why?: string; who?: string }
export interface ExplainedToken { start: number; end: number; tag: string }
export interface ExplainedPhrase { kind: 'NP' | 'VG'; start: number; end: number; head: string; prep: string; notes: string }
export interface ExplainedClause {
  verb: string; relation: string; subject: string[]; objects: string[]; obliques: string[]; agent: string[]; realis: string[];
}
export interface ExplainedMention { start: number; end: number; how: string; place: boolean; refs: SuggestionParty[] }
export interface ExplainedEvent {
  type: string; mode: string; by: string[]; to: string[]; start: number; end: number; frame: string; operators: string[]; weight: number;
}
export interface ExplainedSaid { speaker: string; verb: string; start: number; end: number; direct: boolean }
export interface ExplainedFound { start: number; end: number; value: string; kind: string }
export interface ExplainedTopic { key: string; title: string; score: number }
export interface ExplainedSilence { step: string; frame: string; reason: string }
export interface ExplainedDraft {
  kind: string; label: string; start: number; end: number; trigger: Stretch; confidence: number; step: string; frame: string; operators: string[];
  filters: string[]; features: string[]; check: SuggestionCheck | null; refers: number[]; body: string;
}
export interface ExplainedSentence {
  start: number; end: number; text: string; heading: boolean; speaker: string; tokens: ExplainedToken[]; phrases: ExplainedPhrase[];
  clauses: ExplainedClause[]; mentions: ExplainedMention[]; events: ExplainedEvent[]; said: ExplainedSaid[]; dates: ExplainedFound[];
  numbers: ExplainedFound[]; drafts: number[]; silences: ExplainedSilence[];
}
export interface ExplainView {
  document: QueueDocument; version: string; text: string; sentences: ExplainedSentence[]; drafts: ExplainedDraft[]; items: ExplainedTopic[];
}
export interface DocumentView {
  scope: ScopeView; head: DocumentHead; text: string; blocks: Block[] | null; turns: Turn[] | null; relay: Relay[] | null;
  notes: string[] | null; source: SourceHead | null; records: CodedRecord[] | null; blind: string; created: boolean;
}
export interface ReadRequest { text?: string; media_type?: string; url?: string; file_name?: string; source?: string; suggest?: boolean }
export interface CodeRequest {
  kind: 'stance' | 'event' | 'statement' | 'forecast' | 'tie' | 'claim'; body: Record<string, unknown>; document: string; start: number;
  end: number; voice?: Voice; why?: string; who?: string;
}
export interface EditRequest { body?: Record<string, unknown>; status?: 'draft' | 'accepted' | 'rejected' | 'superseded'; why?: string; who?: string }
export interface ActorName extends Named { type: string; aliases: string[] | null }
export interface TypeName extends Named { quad: number; recipient: boolean; modes: Named[] | null }
export interface Vocabulary {
  actors: ActorName[]; items: ItemHead[]; rollcalls: Named[]; types: TypeName[]; contexts: Named[]; instruments: string[];
  measures: string[]; units: string[]; concepts: string[]; positions: string[]; forms: string[]; channels: string[];
  forecasts: string[]; claims: Named[]; voice_roles: string[];
}

// Where each state stands: paths have one value a step, scales run from with (high) to against (low).
export interface Pending { what: string; done: number; total: number }
export interface ChannelChoice { name: 'votes' | 'reactions' | 'statements' | 'events'; label: string; on: boolean; n: number; why?: string }
export type Absence = 'missing' | 'abstention' | 'own';
export interface EvidenceChoice { channels: ChannelChoice[] | null; absence: Absence }
export interface Ring { name: 'with' | 'leaning-with' | 'between' | 'leaning-against' | 'against'; label: string; from: number; to: number }
export interface Path { median: number[] | null; q05: number[] | null; q25: number[] | null; q75: number[] | null; q95: number[] | null }
export interface Ruling { ok: boolean; text: string; why: string }
export interface Stand {
  at: string; median: number; q05: number; q25: number; q75: number; q95: number; sd: number; level: Ruling; change: number | null;
  rise: number | null; sign: -1 | 0 | 1; direction: Ruling; edge?: 'low' | 'high'; sentence: Sentence; trace: string;
}
export interface Jump { at: string; p: number; trace: string }
export interface Outline { name: string; label: string; median: number; change: number; hidden: number }
export interface Standing {
  state: Named; capital: string; lat: number; lon: number; bearing: number | null; path: Path; levels: string; edges: string; seen: string; last: Stand;
  jumps: Jump[] | null; lenses: Outline[] | null; swing: Outline | null; counts: Figure[] | null; trace: string;
}
export interface TiltRow { state: Named; p: number; sign: -1 | 0 | 1; verdict: Ruling; trace: string }
export interface RunHead {
  ref: string; model: string; version: string; seed: number; data_hash: string; data_as_of: string; settings: string; at: string; trace: string;
}
export interface AlignmentView {
  scope: ScopeView; hub: Named; evidence: EvidenceChoice; pending?: Pending; run?: RunHead; sentence: Sentence; scale: Ring[] | null;
  ends: string[] | null; states: Standing[] | null; tilt: TiltRow[] | null; rival?: Named; rival_pending?: Pending; notices: string[] | null;
}
export interface CodingPath { absence: Absence; label: string; median: number[] | null; n: number }
export interface ChannelPath { channel: string; label: string; alone: boolean; median: number[] | null; share: number }
export interface ItemWeight {
  key: string; kind: 'vote' | 'reaction' | 'statement' | 'events'; title: string; when: string; hub: string; state: string; position: Position;
  weight: number; margin: boolean; trace: string;
}
export interface JointCell { hub: 'yes' | 'abstain' | 'no' | 'absent'; state: 'yes' | 'abstain' | 'no' | 'absent'; n: number; trace: string }
export interface SimilarView { n: number; agreement: number; s: number; kappa: number | null; pi: number | null; trace: string }
export interface DropCount { why: string; n: number; trace: string }
export interface DyadView {
  scope: ScopeView; hub: Named; evidence: EvidenceChoice; pending?: Pending; run?: RunHead; sentence: Sentence; scale: Ring[] | null;
  ends: string[] | null; standing?: Standing; at: string; stand?: Stand; codings: CodingPath[] | null; without: ChannelPath[] | null;
  items: ItemWeight[] | null; items_n: number; joint: JointCell[] | null; divergent: ItemWeight[] | null; similar?: SimilarView;
  drops: DropCount[] | null; notices: string[] | null;
}
export interface HubLane { hub: Named; ends: string[] | null; standing: Standing }
export interface StateAlignment {
  scope: ScopeView; state: Named; pending?: Pending; scale: Ring[] | null; lanes: HubLane[] | null; notices: string[] | null;
}
export interface WorldState { state: Named; median: (number | null)[] | null; q05: (number | null)[] | null; q95: (number | null)[] | null; votes: number[] | null; trace: string }
export interface WorldView {
  scope: ScopeView; pending?: Pending; run?: RunHead; sentence: Sentence; high: Named; years: number[] | null; states: WorldState[] | null;
  votes: number; calls: number; dropped: DropCount[] | null; notices: string[] | null;
}
export interface MethodPart { heading: string; text: string[] | null; formula: string[] | null }
export interface MethodRow { name: string; value: string; meaning: string }
export interface MethodView {
  scope: ScopeView; model: 'align' | 'irt'; title: string; pending?: Pending; run?: RunHead; says: MethodPart[] | null; settings: MethodRow[] | null;
  diagnostics: MethodRow[] | null; guardrails: MethodRow[] | null; limits: string[] | null;
}

// Rules of pressure and their runs. `result` is model/coincide's Result as it stands; null in it means that there is no such number.
export type RuleStanding = 'registered' | 'exploratory' | 'edited after seeing data';
export interface RuleRan {
  key: string; ref: string; at: string; seed: number; hash: string; label: RuleLabel; p?: number; q?: number; p_text: string; standing: RuleStanding; denominator: RuleDenominator;
  triggers: number; hits: number;
}
export interface RuleView {
  slug: string; title: string; hub: Named; line: string; file: string; hash: string; registered?: string; by?: string; fork_of?: string;
  forks: string[] | null; standing: RuleStanding; why: string[] | null; runs: RuleRan[] | null; other_runs: RuleRan[] | null; sets: string[] | null; trace?: string;
}
export interface RuleList { rules: RuleView[] | null; family: number; idle: number; text: string; scope: ScopeView }
export interface RulePage { rule: RuleView; run: RuleRun | null; scope: ScopeView }
export interface RuleFault { field: string; problem: string; do: string }
export interface RuleCheck { rule: RuleView | null; note: string; faults: RuleFault[] | null }
export interface Registration { rule: RuleView; note: string; created: boolean }
export interface RuleNumber { name: string; label: string; text: string; shown: boolean; trace: string }
export interface RuleFamily { run: number; idle: number; looks: number; text: string }
export interface RuleSearched { by: string; where: string; from: string; to: string; states: string[] | null }
export interface RuleObserved { dyad: string; from: string; to: string }
export interface RuleCases { triggers: number; responses: number; pairs: number }
export interface RuleDrop { why: string; n: number; refs: string[] | null; trace: string }
export interface RuleSets { triggers: string; responses: string }
export interface RuleEvent { set?: string; key: string; when: string; summary: string; trace: string }
export interface RuleReceipt { key: string; ref: string; at: string; version: string; code: string; seed: number; data_hash: string; data_as_of: string }
export interface RuleRun {
  rule: RuleView; sentence: Sentence; numbers: RuleNumber[] | null; family: RuleFamily; denominator: string; searched: RuleSearched[] | null; observed: RuleObserved[] | null;
  figures: Figure[] | null; dropped: RuleDrop[] | null; from: RuleSets; cases: RuleCases; events: RuleEvent[] | null; result: RuleResult; notes: string[] | null; receipt: RuleReceipt;
}

export type RuleDenominator = 'none' | 'data set' | 'register' | 'searched';
export type RuleLabel = 'coincidence not excluded' | 'pattern, not replicated' | 'system';
export type Fate = 'answered' | 'unanswered' | 'still open' | 'not searched' | 'hit' | 'outside' | 'not observed';
export interface Verdict { ok: boolean; text?: string; why?: string }
export interface DaySpan { first: string; last: string }
export interface DayCell { n: number; known: boolean; why?: string }
export interface PValues { reported: number; stratified: number; circular: number; straight?: number; rotated?: number; shifts: number; constant: number }
export interface RateRatio { estimate: number | null; lo: number | null; hi: number | null }
export interface RatioView { constant?: RateRatio; strata?: RateRatio; lower: number | null; verdict: Verdict }
export interface TriggerCase { id: string; dyad?: string; day: string; when: DaySpan; fate: Fate; searched: boolean; lag: number }
export interface ResponseCase { id: string; dyad?: string; day: string; when: DaySpan; fate: Fate; into?: string }
export interface CasePair { trigger: string; response: string; lag: number }
export interface RuleTally {
  triggers: number; answered: number; unanswered: number; open: number; not_searched: number; reported: number; merged: number; not_observed: number;
  responses: number; hits: number; days: number; covered: number;
}
export interface Placebo { kind: string; name: string; hits: number; responses: number; covered: number; p?: PValues; adjusted?: number; ratio: RatioView; reacts: boolean; verdict: Verdict }
export interface Replicated { name: string; state: string; kind?: string; tally: RuleTally; p?: PValues; adjusted?: number; ratio: RatioView; ok: boolean; why?: string }
export interface StripCell {
  dt: number; registered: boolean; covered: number; hits: number; answered: number; p?: number; lower: number | null; label: RuleLabel; why?: string;
}
export interface PowerLine { effect: number; power: number; se: number; runs: number; text?: string; needed?: number }
export interface DateAnswer { hits: number; responses: number; p?: number }
export interface SurvivalStep { days: number; at_risk: number; answers: number; open: number; lo: number; hi: number }
export interface RuleSeries {
  bin: number; starts: string[] | null; counts: number[] | null;
  change: { last: number; posterior: number[] | null; log_bayes_factor: number; before: number; after: number; verdict: Verdict };
  trend: { u?: number; p?: number; verdict: Verdict };
  burst: { days: number; n?: number; from?: string; p?: number; exact: boolean; verdict: Verdict };
  hawkes: {
    mu: number; alpha: number; beta: number; branching: number; log_likelihood: number; log_likelihood_poisson: number; log_likelihood_two_rates: number; change_at: number;
    ks_distance: number; ks_p: number; refits: number; attention: boolean; verdict: Verdict;
  };
}
export interface RuleSettings {
  seed: number; strata: string; block: number; quarter: number; smooth: number; decluster: number; min_shift: number; level: number; alpha: number;
  draws: number; runs: number; effects: number[] | null; strip_from: number; strip_to: number; bin: number; refits: number;
}
export interface RuleResult {
  version: string; rule: { id: string; tau: number; dt: number; registered: boolean; edited: boolean }; state: string;
  denominator: RuleDenominator; settings: RuleSettings; label: RuleLabel; sentence: string; exploratory?: string;
  conditions: { code: string; ok: boolean; text: string }[] | null; advice: { code: string; text: string }[] | null; tally: RuleTally;
  four_fold: { in_with: DayCell; in_without: DayCell; out_with: DayCell; out_without: DayCell };
  rates: { precursor: number | null; trigger: number | null; expected: number | null; verdict: Verdict };
  testing: Verdict; p?: PValues; corrected?: { q: number; how: string; run: number }; ratio: RatioView;
  base: { per_year?: { mean: number; median: number; lo: number; hi: number }; verdict: Verdict };
  dates: { uncertain: number; draws: number; least?: DateAnswer; most?: DateAnswer; median?: number; small?: number; note?: string };
  placebos: Placebo[] | null; replications: Replicated[] | null; power: PowerLine[] | null; power_verdict?: Verdict;
  strip: StripCell[] | null;
  swing?: { source: string; all?: string; triggers: number; responses: number; hits: number; before?: number; after?: number; lower: number | null; label: RuleLabel };
  triggers: TriggerCase[] | null; responses: ResponseCase[] | null; pairs: CasePair[] | null; more_pairs: number; lags: { lag: number; n: number }[] | null;
  latency: { steps: SurvivalStep[] | null; median: number | null; answered: number; censored: number };
  published?: { name: string; p_precursor: number; p_trigger: number; warning: string; probability: number };
  series: RuleSeries;
}

// Sets of reports: never events of the ledger, but what rules may be run on.
export interface NamedCount { name: string; n: number }
export interface CoveredDays { from: string; to: string; states: string[] | null }
export interface DataSetFile {
  name: string; sha256: string; form: string; at: string; who: string; rows: number; reports: number; added: number; first: string; last: string;
}
export interface DataSetView {
  id: string; title: string; publisher: string; page: string; licence: string; citation: string; reports: number; linked: number; first: string; last: string;
  named: number; mapped: number; typed: number; types: NamedCount[] | null; unmapped: NamedCount[] | null; unknown: NamedCount[] | null;
  covered: CoveredDays[] | null; denominator: 'data set' | 'register' | ''; denominator_why: string; file_count: number; files: DataSetFile[] | null;
}
export interface DataSetList { sets: DataSetView[] | null; scope: ScopeView }

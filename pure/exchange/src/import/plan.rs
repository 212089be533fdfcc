//! How the rows of a file join a diary: what is new, what is already there, what changed at its source.
//!
//! [`plan`] only looks; [`super::apply::apply`] writes what a plan says, and a plan with nothing new writes nothing.
//! Rows are met in three steps: by their own key, then by what they say (a dose of the same minute and amount kept in
//! another program is the same dose), and what is left is new. Nothing is merged on likeness alone: possible twins and
//! doses that two programs noted minutes apart are kept and shown. A field the person changed by hand is never
//! overwritten, and what they removed stays removed.

use super::facts::{Fact, facts, same_ids_sheet};
use super::keys::{Fields, KeyKind, Slot, folded};
use super::ledger::{Ledger, Live};
use super::matching::{Asked, Meeting, Shelf, near, repeats, twins};
use super::preview::Found;
use super::row::{AnswerKind, Answers, Format, ProductHint, Question, Reading, Says, Warning};
use super::steps::{self, NewProduct, Step};
use ebb_core::diary::Diary;
use ebb_core::entry::EntryId;
use ebb_core::event::{DaySays, Event};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// What would happen to a diary. Nothing has been written.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// What the file is.
    pub format: Format,
    /// The file's name without its folder.
    pub file: Option<String>,
    /// One for each row of the reading, in file order.
    pub rows: Vec<PlannedRow>,
    /// What the file and the plan leave open, with the answers given.
    pub questions: Vec<Question>,
    /// What a person should know.
    pub warnings: Vec<Warning>,
    /// Sections of the file that were not taken, with how many things they held.
    pub not_taken: BTreeMap<String, usize>,
    /// Kinds of secret that were in the file and were dropped.
    pub secrets_dropped: Vec<&'static str>,
    /// What the file holds, counted.
    pub found: Found,
    pub(crate) products: Vec<NewProduct>,
    pub(crate) steps: Vec<Step>,
}

impl Plan {
    /// Whether applying it writes anything.
    #[must_use]
    pub fn has_something_new(&self) -> bool {
        !self.steps.is_empty()
    }
}

/// What becomes of one row.
#[derive(Debug, Clone, PartialEq)]
pub struct PlannedRow {
    /// Where it stands in the file.
    pub place: String,
    /// What becomes of it.
    pub outcome: Outcome,
    /// Says the same as an earlier row of the file.
    pub is_repeat: bool,
    /// Place of another entry (own id, same content, less than a minute away) that may be one tap too many.
    pub twin_of: Option<String>,
    /// The dose another program noted minutes away, which may be this one.
    pub near: Option<EntryId>,
}

/// What becomes of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It becomes an entry.
    New,
    /// The diary has it already.
    Duplicate(Known),
    /// It is known and its source says something else now: these fields of the entry are changed.
    Changed {
        /// Names of the fields.
        fields: Vec<String>,
    },
    /// It is kept to look at and does not count.
    Held {
        /// Stable word.
        reason: &'static str,
    },
    /// It is left out.
    Skipped {
        /// Stable word.
        reason: &'static str,
    },
}

/// In which way the diary has a row already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// From an earlier import of this source.
    Again,
    /// The same dose (or other entry) from another source, or noted by hand.
    SameEntry,
    /// As an earlier import had it; a later one changed it since, so this export is the older one.
    OlderVersion,
    /// Imported before and removed by the person since.
    RemovedByHand,
    /// Its source changed, but the person had changed the same fields by hand: theirs stay.
    YoursKept,
    /// Said twice in this file, under one id or of one day.
    TwiceInFile,
    /// The same entry under its id, with another amount; the diary's stays.
    OtherAmount,
    /// Imported before as something else (an answer was different then); undo that import to change it.
    AnotherKind,
}

/// Plans how `reading` joins `diary`. `answers` may hold `repeats`, `twins` and `near`, each `keep` (the careful
/// answer) or `drop`.
#[must_use]
pub fn plan(reading: &Reading, diary: &Diary, answers: &Answers, file_name: Option<&str>) -> Plan {
    let ledger = Ledger::new(diary);
    let sheet = same_ids_sheet(reading, &ledger);
    let (facts, warnings) = facts(reading, &ledger, sheet);
    let mut planner = Planner {
        format: reading.format.id,
        sheet,
        shelf: ledger.shelf(reading.format.id),
        states: vec![State::default(); facts.len()],
        facts,
        ledger,
        amends: Vec::new(),
        warnings,
    };
    planner.meet_by_key();
    planner.meet_doses();
    planner.meet_others();
    let marks = planner.marks();
    planner.drop_by_answer(&marks, answers);
    planner.finish(reading, answers, file_name, &marks)
}

/// What is known of a fact so far.
#[derive(Debug, Clone, Default)]
pub(crate) struct State {
    pub(crate) outcome: Option<Outcome>,
    /// The diary's entry it is.
    pub(crate) entry: Option<EntryId>,
    /// The held entry that it makes readable.
    pub(crate) replaces: Option<EntryId>,
}

/// Changes to an entry, before products have ids.
#[derive(Debug, Clone)]
pub(crate) struct Amend<'a> {
    pub(crate) fact: usize,
    pub(crate) target: EntryId,
    pub(crate) changes: Fields,
    pub(crate) product: Option<&'a ProductHint>,
}

/// Likenesses to show, by fact.
pub(crate) struct Marks {
    repeats: Vec<bool>,
    twins: Vec<Option<usize>>,
    twins_known: Vec<bool>,
    near: Vec<Option<EntryId>>,
}

impl Marks {
    fn is_twin(&self, i: usize) -> bool {
        self.twins[i].is_some() || self.twins_known[i]
    }
}

pub(crate) struct Planner<'a> {
    pub(crate) format: &'static str,
    pub(crate) ledger: Ledger<'a>,
    sheet: usize,
    shelf: Shelf,
    pub(crate) facts: Vec<Fact<'a>>,
    pub(crate) states: Vec<State>,
    pub(crate) amends: Vec<Amend<'a>>,
    warnings: Vec<Warning>,
}

impl<'a> Planner<'a> {
    fn meet_by_key(&mut self) {
        for i in 0..self.facts.len() {
            if self.facts[i].is_twice {
                self.states[i].outcome = Some(Outcome::Duplicate(Known::TwiceInFile));
                continue;
            }
            let Some(row) = self.ledger.imported(&self.facts[i].key) else {
                continue;
            };
            let Some(live) = self.ledger.live(row.id) else {
                self.states[i].outcome = Some(Outcome::Duplicate(Known::RemovedByHand));
                continue;
            };
            if live.is_like(&self.facts[i].event) {
                if let Live::Dose(idx) = live {
                    self.shelf.use_up(idx);
                }
                let print = self.facts[i].print.to_text();
                let outcome = if *row.print == *print {
                    Outcome::Duplicate(Known::Again)
                } else if row.earlier.iter().any(|p| **p == *print) {
                    Outcome::Duplicate(Known::OlderVersion)
                } else {
                    self.changed(i, live, row.id, &row.print)
                };
                self.settle(i, outcome, Some(row.id));
            } else if matches!(live, Live::Held(_)) {
                self.states[i].replaces = Some(row.id);
            } else if matches!(self.facts[i].event, Event::Held(_)) {
                let key = format!("{}/held", self.facts[i].key);
                if self.ledger.imported(&key).is_some() {
                    self.states[i].outcome = Some(Outcome::Duplicate(Known::Again));
                }
                self.facts[i].key = key;
            } else {
                self.settle(i, Outcome::Duplicate(Known::AnotherKind), Some(row.id));
                self.warn(i, "imported_as_another_kind_before");
            }
        }
    }

    fn settle(&mut self, i: usize, outcome: Outcome, entry: Option<EntryId>) {
        self.states[i].outcome = Some(outcome);
        self.states[i].entry = entry;
    }

    fn warn(&mut self, i: usize, what: &'static str) {
        self.warnings.push(Warning {
            place: self.facts[i].place.to_owned(),
            what,
        });
    }

    fn open_doses(&self) -> Vec<usize> {
        (0..self.facts.len())
            .filter(|&i| self.facts[i].taken.is_some() && self.is_open(i))
            .collect()
    }

    fn is_open(&self, i: usize) -> bool {
        self.states[i].outcome.is_none() && self.states[i].replaces.is_none()
    }

    fn meet_doses(&mut self) {
        let open = self.open_doses();
        let asked: Vec<Asked> = open
            .iter()
            .filter_map(|&i| {
                Some(Asked {
                    taken: self.facts[i].taken.clone()?,
                    has_id: self.facts[i].has_id,
                })
            })
            .collect();
        // Two sheets of a person are not one program, even if both are read as tables.
        let is_one_program = self.format != "csv";
        let met = self.shelf.meet(&asked, is_one_program);
        for (i, meeting) in open.into_iter().zip(met) {
            let Some(meeting) = meeting else { continue };
            let (Meeting::Same(idx) | Meeting::Fills(idx) | Meeting::OtherAmount(idx)) = meeting;
            let dose = &self.ledger.diary().doses[idx];
            let id = dose.id;
            let outcome = match meeting {
                Meeting::Same(_) => Outcome::Duplicate(Known::SameEntry),
                Meeting::Fills(_) => self.fill(i, idx),
                Meeting::OtherAmount(_) if !self.facts[i].has_id => Outcome::Duplicate(Known::OtherAmount),
                Meeting::OtherAmount(_) => match dose.origin.as_ref().and_then(|o| self.ledger.imported(&o.key)) {
                    Some(row) => self.changed(i, Live::Dose(idx), id, &row.print),
                    None => Outcome::Duplicate(Known::OtherAmount),
                },
            };
            self.settle(i, outcome, Some(id));
        }
    }

    /// Check-ins, other substances and day statements that the diary already has from elsewhere.
    fn meet_others(&mut self) {
        let check_ins = self.ledger.check_ins_by_slot();
        let co_uses = self.ledger.co_uses_by_slot();
        let statements = self.ledger.statements_by_day();
        let mut used: BTreeSet<EntryId> = self.states.iter().filter_map(|s| s.entry).collect();
        let mut said: BTreeMap<Date, Vec<DaySays>> = BTreeMap::new();
        for i in 0..self.facts.len() {
            if !self.is_open(i) {
                continue;
            }
            let fact = &self.facts[i];
            let has_id = fact.has_id;
            let is_other = |origin: Option<&ebb_core::entry::Origin>| {
                !(has_id && origin.is_some_and(|o| KeyKind::of(&o.key, self.format) == KeyKind::SameFormatById))
            };
            let same = match &fact.event {
                Event::CheckIn(c) => {
                    let slot = Slot::of(&c.when, c.precision);
                    let candidates = check_ins.get(&slot).map(Vec::as_slice).unwrap_or_default();
                    match self.said_in_check_in(i, c.precision, candidates) {
                        Some((id, Outcome::Duplicate(known))) => Some((id, known)),
                        Some((id, outcome)) => {
                            self.settle(i, outcome, Some(id));
                            None
                        }
                        None => None,
                    }
                }
                Event::CoUse(c) => {
                    let key = (Slot::of(&c.when, c.precision), folded(&c.substance));
                    let candidates = co_uses.get(&key).map(Vec::as_slice).unwrap_or_default();
                    candidates
                        .iter()
                        .filter(|k| is_other(k.origin.as_ref()) && !used.contains(&k.id))
                        .find(|k| c.amount.is_none() || c.amount == k.body.amount)
                        .map(|k| (k.id, Known::SameEntry))
                }
                Event::Day(d) => {
                    let candidates = statements.get(&d.day).map(Vec::as_slice).unwrap_or_default();
                    let known = candidates
                        .iter()
                        .find(|k| k.body.says == d.says)
                        .map(|k| (k.id, Known::SameEntry));
                    let earlier = said.entry(d.day).or_default();
                    if known.is_none() && earlier.contains(&d.says) {
                        self.states[i].outcome = Some(Outcome::Duplicate(Known::TwiceInFile));
                    }
                    earlier.push(d.says.clone());
                    known
                }
                _ => None,
            };
            if let Some((id, known)) = same {
                used.insert(id);
                self.settle(i, Outcome::Duplicate(known), Some(id));
            }
        }
    }

    fn marks(&self) -> Marks {
        let n = self.facts.len();
        let mut marks = Marks {
            repeats: vec![false; n],
            twins: vec![None; n],
            twins_known: vec![false; n],
            near: vec![None; n],
        };
        let all: Vec<usize> = (0..n).filter(|&i| self.facts[i].taken.is_some()).collect();
        let taken = |list: &[usize]| -> Vec<_> { list.iter().filter_map(|&i| self.facts[i].taken.clone()).collect() };
        for (&i, is_repeat) in all.iter().zip(repeats(&taken(&all))) {
            marks.repeats[i] = is_repeat;
        }
        let with_id: Vec<usize> = all.iter().copied().filter(|&i| self.facts[i].has_id).collect();
        for (&i, twin) in with_id.iter().zip(twins(&taken(&with_id))) {
            marks.twins[i] = twin.map(|t| with_id[t]);
        }
        let open = self.open_doses();
        for &i in open.iter().filter(|&&i| self.facts[i].has_id) {
            marks.twins_known[i] = self.facts[i].taken.as_ref().is_some_and(|t| {
                self.shelf.in_slot(t.slot).iter().take(64).any(|&k| {
                    let known = self.shelf.get(k);
                    !known.is_used && known.key_kind == Some(KeyKind::SameFormatById) && t.is_alike(&known.taken, true)
                })
            });
        }
        let theirs: Vec<usize> = (0..self.shelf.all().len())
            .filter(|&k| {
                !matches!(
                    self.shelf.get(k).key_kind,
                    Some(KeyKind::SameFormatById | KeyKind::SameFormatByContent)
                )
            })
            .collect();
        let rows: Vec<_> = open
            .iter()
            .filter_map(|&i| Some((i, self.facts[i].taken.as_ref()?)))
            .collect();
        let met: Vec<i64> = all
            .iter()
            .filter(|&&i| self.states[i].outcome == Some(Outcome::Duplicate(Known::SameEntry)))
            .filter_map(|&i| self.facts[i].taken.as_ref().map(|t| t.at_ms.div_euclid(60_000)))
            .collect();
        for (i, k) in near(&rows, &self.shelf, &theirs, &met) {
            marks.near[i] = Some(self.ledger.diary().doses[k].id);
        }
        marks
    }

    /// Doses imported under an id of this sheet, of the time that the file covers, that the file no longer has. They
    /// stay: what a person deleted elsewhere may still have been taken.
    fn gone_from_source(&self) -> usize {
        let of_sheet = |f: &&Fact<'_>| f.has_id && f.taken.is_some();
        let here: BTreeSet<&str> = self.facts.iter().filter(|f| f.has_id).map(|f| f.key.as_str()).collect();
        let times = || {
            self.facts
                .iter()
                .filter(of_sheet)
                .filter_map(|f| f.taken.as_ref().map(|t| t.at_ms))
        };
        let (Some(first), Some(last)) = (times().min(), times().max()) else {
            return 0;
        };
        let prefix = super::keys::id_key(self.format, self.sheet, "");
        self.ledger
            .diary()
            .doses
            .iter()
            .filter(|d| (first..=last).contains(&d.body.when.ms()))
            .filter_map(|d| d.origin.as_ref())
            .filter(|o| o.key.starts_with(&prefix) && !here.contains(&*o.key))
            .count()
    }

    fn drop_by_answer(&mut self, marks: &Marks, answers: &Answers) {
        let drops = |id: &str| answers.get(id).is_some_and(|a| a.eq_ignore_ascii_case("drop"));
        let (repeats, twins, near) = (drops("repeats"), drops("twins"), drops("near"));
        for i in 0..self.facts.len() {
            if self.states[i].outcome.is_some() {
                continue;
            }
            let reason = if twins && marks.is_twin(i) {
                "twin"
            } else if repeats && marks.repeats[i] && !self.facts[i].has_id {
                "repeat"
            } else if near && marks.near[i].is_some() {
                "near"
            } else {
                continue;
            };
            self.states[i].outcome = Some(Outcome::Skipped { reason });
        }
    }

    fn finish(mut self, reading: &Reading, answers: &Answers, file_name: Option<&str>, marks: &Marks) -> Plan {
        let written = steps::write(&mut self, reading, file_name);
        let mut rows: Vec<PlannedRow> = reading
            .rows
            .iter()
            .map(|row| PlannedRow {
                place: row.place.clone(),
                outcome: match &row.says {
                    Says::Skipped { reason } => Outcome::Skipped { reason },
                    _ => Outcome::New,
                },
                is_repeat: false,
                twin_of: None,
                near: None,
            })
            .collect();
        for (i, (fact, state)) in self.facts.iter().zip(&self.states).enumerate() {
            let row = &mut rows[fact.row];
            row.outcome = match (&state.outcome, &reading.rows[fact.row].says) {
                (Some(outcome), _) => outcome.clone(),
                (None, Says::Held { reason, .. }) => Outcome::Held { reason },
                (None, _) => Outcome::New,
            };
            row.is_repeat = marks.repeats[i];
            row.twin_of = marks.twins[i].map(|t| self.facts[t].place.to_owned());
            if row.twin_of.is_none() && marks.twins_known[i] {
                row.twin_of = Some(String::new());
            }
            row.near = marks.near[i];
        }
        let mut found = Found::count(reading, &rows, &self.ledger);
        found.gone_from_source = self.gone_from_source();
        let mut questions = reading.questions.clone();
        questions.extend(own_questions(&rows, &self.facts, answers));
        let mut warnings = reading.warnings.clone();
        warnings.extend(self.warnings);
        Plan {
            format: reading.format.clone(),
            file: file_name.map(str::to_owned),
            rows,
            questions,
            warnings,
            not_taken: reading.not_taken.clone(),
            secrets_dropped: reading.secrets_dropped.clone(),
            found,
            products: written.products,
            steps: written.steps,
        }
    }
}

/// The three questions a plan itself asks; the careful answer is always to keep both.
fn own_questions(rows: &[PlannedRow], facts: &[Fact<'_>], answers: &Answers) -> Vec<Question> {
    let has_id: BTreeSet<usize> = facts.iter().filter(|f| f.has_id).map(|f| f.row).collect();
    let ask = |id: &str, wanted: &dyn Fn(usize, &PlannedRow) -> bool| {
        let places: Vec<&str> = rows
            .iter()
            .enumerate()
            .filter(|(i, r)| wanted(*i, r))
            .map(|(_, r)| r.place.as_str())
            .collect();
        (!places.is_empty()).then(|| Question {
            id: id.to_owned(),
            answers: AnswerKind::OneOf(vec!["keep", "drop"]),
            careful: "keep".to_owned(),
            given: answers.get(id).map(str::to_owned),
            n_rows: places.len(),
            examples: places.iter().take(3).map(|p| (*p).to_owned()).collect(),
        })
    };
    [
        ask("repeats", &|i, r| r.is_repeat && !has_id.contains(&i)),
        ask("twins", &|_, r| r.twin_of.is_some()),
        ask("near", &|_, r| r.near.is_some()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

//! A history that is kept: doses in order, and a checkpoint of the full state before the first dose of each day.
//! A new, changed or withdrawn dose costs only the days after it. Whatever the route by which a timeline came to hold
//! its doses, its answers are the same to the last bit as those of [`crate::simulate`].
//!
//! Checkpoints may be stored elsewhere and brought back. Each carries a key over everything its state depends on; one that
//! does not match the doses at hand is dropped and recomputed, so a stale or damaged store costs time, never truth.

use sha2::{Digest, Sha256};

use crate::dose::{Dose, accept_all, accept_times};
use crate::engine::Engine;
use crate::march::{Walk, output_of};
use crate::notice::{IgnoredBecause, Notice};
use crate::output::Output;
use crate::params::{InvalidParameter, Params};
use crate::state::State;

/// Changes whenever the same doses may give other bits, so that stored checkpoints of another engine are not believed.
pub const ENGINE_VERSION: u32 = 5;

/// A day for the purpose of keeping checkpoints, h.
const DAY_H: f64 = 24.0;

/// A kept state, for storage outside. It reveals amounts: store it sealed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Checkpoint {
    /// SHA-256 over the engine's version, the parameters, every preceding dose and the state itself.
    pub key: [u8; 32],
    /// [`State::to_array`] of the state before the first dose at its time.
    pub state: [f64; State::LEN],
}

/// Doses, parameters and kept states.
#[derive(Clone, Debug)]
pub struct Timeline {
    engine: Engine,
    doses: Vec<Dose>,
    marks: Vec<Mark>,
}

/// The state before `doses[dose_idx]`, the first dose of its day.
#[derive(Clone, Copy, Debug)]
struct Mark {
    dose_idx: usize,
    /// No earlier dose is still being swallowed at the mark.
    first_open_idx: usize,
    state: State,
}

impl Timeline {
    /// A timeline of these doses, in any order, with what was ignored among them.
    ///
    /// # Errors
    /// When a parameter is outside its technical bounds.
    pub fn from_doses(doses: &[Dose], params: &Params) -> Result<(Timeline, Vec<Notice>), InvalidParameter> {
        Timeline::from_checkpoints(doses, params, &[])
    }

    /// Like [`Timeline::from_doses`], but believes those `checkpoints` whose key matches the doses, so that only the days
    /// after the last of them are computed.
    ///
    /// # Errors
    /// When a parameter is outside its technical bounds.
    pub fn from_checkpoints(
        doses: &[Dose],
        params: &Params,
        checkpoints: &[Checkpoint],
    ) -> Result<(Timeline, Vec<Notice>), InvalidParameter> {
        params.check()?;
        let mut notices = Vec::new();
        let doses = accept_all(doses, &mut notices);
        let mut timeline = Timeline {
            engine: Engine::new(params),
            doses,
            marks: Vec::new(),
        };
        timeline.adopt(checkpoints);
        timeline.extend_marks();
        Ok((timeline, notices))
    }

    /// The doses held, sorted by start.
    #[must_use]
    pub fn doses(&self) -> &[Dose] {
        &self.doses
    }

    /// The parameters every answer is computed with.
    #[must_use]
    pub fn params(&self) -> &Params {
        self.engine.params()
    }

    /// Adds a dose at its place in time; costs the days from there on.
    ///
    /// # Errors
    /// Why the dose cannot be used; the timeline is then unchanged.
    pub fn push(&mut self, dose: Dose) -> Result<(), IgnoredBecause> {
        let (dose, _duration_dropped) = dose.accept()?;
        let dose_idx = self.doses.partition_point(|held| held.start_h <= dose.start_h);
        self.doses.insert(dose_idx, dose);
        self.forget_from(dose_idx);
        self.extend_marks();
        Ok(())
    }

    /// Takes out the first dose equal to this one; `false` when there is none.
    pub fn remove(&mut self, dose: &Dose) -> bool {
        let Some(dose_idx) = self.doses.iter().position(|held| held == dose) else {
            return false;
        };
        self.doses.remove(dose_idx);
        self.forget_from(dose_idx);
        self.extend_marks();
        true
    }

    /// Replaces all doses, in any order, recomputing only from the first that differs. Returns what was ignored.
    pub fn set_doses(&mut self, doses: &[Dose]) -> Vec<Notice> {
        let mut notices = Vec::new();
        let doses = accept_all(doses, &mut notices);
        let alike = self
            .doses
            .iter()
            .zip(&doses)
            .take_while(|(held, new)| held == new)
            .count();
        if alike < self.doses.len() || alike < doses.len() {
            self.doses = doses;
            self.forget_from(alike);
            self.extend_marks();
        }
        notices
    }

    /// The state at `t_h` (h). A dose at that time is already in the gut. A time that cannot be used gives `None`.
    #[must_use]
    pub fn state_at(&self, t_h: f64) -> Option<State> {
        let times_h = accept_times(&[t_h], &mut Vec::new());
        let mut found = None;
        self.sample(&times_h, &mut |states| found = states.last().copied().or(found));
        found
    }

    /// The series over `times_h` (h), in ascending order.
    #[must_use]
    pub fn output(&self, times_h: &[f64]) -> Output {
        let mut notices = Vec::new();
        let times_h = accept_times(times_h, &mut notices);
        let mut output = Output::with_capacity(times_h.len());
        self.sample(&times_h, &mut |states| {
            output.extend(states, self.params(), self.engine.instructions())
        });
        output.notices = notices;
        output
    }

    /// The series as if the `planned` doses were taken as well. The timeline itself does not change. Notices about doses
    /// count positions in `planned`.
    #[must_use]
    pub fn output_with(&self, planned: &[Dose], times_h: &[f64]) -> Output {
        let mut notices = Vec::new();
        let planned = accept_all(planned, &mut notices);
        let mut output = match planned.first() {
            None => self.output(times_h),
            Some(first) => {
                let times_h = accept_times(times_h, &mut notices);
                let mark_idx = self.mark_before(first.start_h.min(times_h.first().copied().unwrap_or(f64::INFINITY)));
                self.output_from(mark_idx, &planned, &times_h)
            }
        };
        output.notices.splice(0..0, notices);
        output
    }

    /// All kept states, oldest first, each with the key that binds it to its past.
    #[must_use]
    pub fn checkpoints(&self) -> Vec<Checkpoint> {
        let mut past = PastHash::of(self.params());
        self.marks
            .iter()
            .map(|mark| {
                past.extend_to(&self.doses[..mark.dose_idx]);
                Checkpoint {
                    key: past.key_of(&mark.state),
                    state: mark.state.to_array(),
                }
            })
            .collect()
    }

    fn output_from(&self, mark_idx: Option<usize>, planned: &[Dose], times_h: &[f64]) -> Output {
        let Some(mark) = mark_idx.map(|mark_idx| self.marks[mark_idx]) else {
            let doses = merged(&self.doses, planned);
            return output_of(&doses, times_h, &self.engine);
        };
        let doses = merged(&self.doses[mark.first_open_idx..], planned);
        let next_dose_idx = mark.dose_idx - mark.first_open_idx;
        let mut output = Output::with_capacity(times_h.len());
        let mut walk = Walk::resume(&doses, mark.state, next_dose_idx, 0);
        walk.read(&doses, times_h, &self.engine, &mut output);
        output
    }

    fn sample(&self, times_h: &[f64], record: &mut impl FnMut(&[State])) {
        let Some(first_h) = times_h.first() else {
            return;
        };
        let mut walk = match self.mark_before(*first_h) {
            Some(mark_idx) => {
                let mark = self.marks[mark_idx];
                Walk::resume(&self.doses, mark.state, mark.dose_idx, mark.first_open_idx)
            }
            None => Walk::from_start(&self.doses),
        };
        walk.sample(&self.doses, times_h, &self.engine, record);
    }

    /// The last mark at or before a time.
    fn mark_before(&self, t_h: f64) -> Option<usize> {
        self.marks.partition_point(|mark| mark.state.t_h <= t_h).checked_sub(1)
    }

    /// Drops marks that come after the dose at `dose_idx` changed, appeared or went.
    fn forget_from(&mut self, dose_idx: usize) {
        // A mark at dose_idx is kept out too: whether that dose is the first of its day may have changed.
        let keep = self.marks.partition_point(|mark| mark.dose_idx < dose_idx);
        self.marks.truncate(keep);
    }

    /// Marks every first dose of a day after the last mark.
    fn extend_marks(&mut self) {
        let mut walk = match self.marks.last() {
            Some(mark) => Walk::resume(&self.doses, mark.state, mark.dose_idx, mark.first_open_idx),
            None => Walk::from_start(&self.doses),
        };
        let mut first_open_idx = self.marks.last().map_or(0, |mark| mark.first_open_idx);
        while let Some(dose_idx) = self.next_first_of_day(walk.next_dose_idx()) {
            walk.go_to_dose(&self.doses, dose_idx, &self.engine);
            let now_h = walk.state().t_h;
            while first_open_idx < dose_idx && self.doses[first_open_idx].end_h() <= now_h {
                first_open_idx += 1;
            }
            self.marks.push(Mark {
                dose_idx,
                first_open_idx,
                state: *walk.state(),
            });
        }
    }

    /// The first dose after `from_idx` on a later day than its predecessor; the very first dose needs no mark.
    fn next_first_of_day(&self, from_idx: usize) -> Option<usize> {
        let day = |dose: &Dose| libm::floor(dose.start_h / DAY_H);
        self.doses
            .windows(2)
            .enumerate()
            .skip(from_idx)
            .find(|(_, pair)| day(&pair[0]) < day(&pair[1]))
            .map(|(pair_idx, _)| pair_idx + 1)
    }

    /// Believes what matches. Works through the days in order; stops at the first day no checkpoint fits.
    fn adopt(&mut self, checkpoints: &[Checkpoint]) {
        let mut past = PastHash::of(self.params());
        let mut first_open_idx = 0;
        let mut dose_idx = 0;
        for checkpoint in checkpoints {
            let Some(next_idx) = self.next_first_of_day(dose_idx) else {
                return;
            };
            let state = State::from_array(checkpoint.state);
            past.extend_to(&self.doses[..next_idx]);
            let fits =
                state.t_h.to_bits() == self.doses[next_idx].start_h.to_bits() && past.key_of(&state) == checkpoint.key;
            if !fits {
                return;
            }
            dose_idx = next_idx;
            while first_open_idx < dose_idx && self.doses[first_open_idx].end_h() <= state.t_h {
                first_open_idx += 1;
            }
            self.marks.push(Mark {
                dose_idx,
                first_open_idx,
                state,
            });
        }
    }
}

fn merged(history: &[Dose], planned: &[Dose]) -> Vec<Dose> {
    let mut doses = [history, planned].concat();
    doses.sort_by(|a, b| a.start_h.total_cmp(&b.start_h));
    doses
}

/// A running hash over the engine's version, the parameters and the doses so far.
struct PastHash {
    hasher: Sha256,
    dose_count: usize,
}

impl PastHash {
    fn of(params: &Params) -> PastHash {
        let mut hasher = Sha256::new();
        hasher.update(ENGINE_VERSION.to_le_bytes());
        for value in params.to_array() {
            hasher.update(value.to_bits().to_le_bytes());
        }
        PastHash { hasher, dose_count: 0 }
    }

    /// Takes in the doses not yet taken in.
    fn extend_to(&mut self, doses: &[Dose]) {
        for dose in &doses[self.dose_count..] {
            for value in [dose.start_h, dose.duration_h, dose.mitragynine_mg, dose.seven_oh_mg] {
                self.hasher.update(value.to_bits().to_le_bytes());
            }
        }
        self.dose_count = doses.len();
    }

    fn key_of(&self, state: &State) -> [u8; 32] {
        let mut hasher = self.hasher.clone();
        for value in state.to_array() {
            hasher.update(value.to_bits().to_le_bytes());
        }
        hasher.finalize().into()
    }
}

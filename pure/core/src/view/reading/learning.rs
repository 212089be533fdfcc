//! The part of a reading that learns: reports to a posterior, the posterior to bodies, and the bytes that are kept of all.

use super::{DRAWS, SEED};
use crate::bridge::reports::doses_behind;
use ebb_pharm::fit::{Answers, Body, FitRun, FitSettings, PersonPrior, Posterior, Reports, posterior_key};
use ebb_pharm::{Standpoint, UncertainDose};

/// Draws of what is believed about a person. The bodies of the outlook are chosen from them.
pub const FIT_DRAWS: u32 = 256;

/// Whether anything was learned about the person, or why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Learning {
    /// The person switched it off.
    Off,
    /// There is no report that counts.
    NoReports,
    /// There are, but what they say together could not be worked out well enough to be shown: the numbers are most people's.
    Unclear,
    /// From the reports that are counted beside it.
    Learned,
}

/// A posterior in the making, or ready.
#[derive(Debug, Clone)]
pub(super) struct Fitting {
    key: [u8; 32],
    prior: PersonPrior,
    state: State,
    is_made_anew: bool,
}

#[derive(Debug, Clone)]
enum State {
    /// Not begun: what is kept may do.
    Waiting(Box<(Vec<UncertainDose>, Reports)>),
    Running(Box<FitRun>),
    Ready(Box<Posterior>),
    /// The reports cannot be fitted at all.
    Failed,
}

impl Fitting {
    /// `None` without reports.
    pub(super) fn new(reports: &Reports, doses: &[UncertainDose], prior: PersonPrior) -> Option<Self> {
        if reports.counts().total() == 0 {
            return None;
        }
        let settings = FitSettings::new(SEED, FIT_DRAWS);
        let doses = doses_behind(reports, doses);
        Some(Self {
            key: posterior_key(&doses, reports, &prior, settings),
            prior,
            state: State::Waiting(Box::new((doses, reports.clone()))),
            is_made_anew: true,
        })
    }

    /// Begins, if it is not begun yet.
    fn begin(&mut self) {
        if let State::Waiting(waiting) = &self.state {
            let (doses, reports) = waiting.as_ref();
            let run = FitRun::new(doses, reports, &self.prior, FitSettings::new(SEED, FIT_DRAWS));
            self.state = run.map_or(State::Failed, |run| State::Running(Box::new(run)));
        }
    }

    /// Believes a kept posterior of these very doses, reports and priors.
    pub(super) fn believe(&mut self, kept: &[u8]) -> bool {
        let Some(posterior) = Posterior::from_bytes(kept, self.key, &self.prior) else {
            return false;
        };
        self.state = State::Ready(Box::new(posterior));
        self.is_made_anew = false;
        true
    }

    pub(super) fn step(&mut self, steps: u32) {
        self.begin();
        if let State::Running(run) = &mut self.state
            && run.step(steps).is_done()
        {
            self.complete();
        }
    }

    /// Completes what is left.
    pub(super) fn complete(&mut self) {
        self.begin();
        if let State::Running(run) = &self.state {
            self.state = State::Ready(Box::new(run.as_ref().clone().finish()));
        }
    }

    pub(super) fn is_done(&self) -> bool {
        matches!(self.state, State::Ready(_) | State::Failed)
    }

    pub(super) fn has_failed(&self) -> bool {
        matches!(self.state, State::Failed)
    }

    pub(super) fn is_made_anew(&self) -> bool {
        self.posterior().is_some() && self.is_made_anew
    }

    pub(super) fn progress(&self) -> (u32, u32) {
        match &self.state {
            State::Waiting(_) => (0, FIT_DRAWS),
            State::Running(run) => {
                let progress = run.progress();
                let done = progress.done.min(FIT_DRAWS);
                (done, progress.expected.max(FIT_DRAWS))
            }
            State::Ready(_) | State::Failed => (FIT_DRAWS, FIT_DRAWS),
        }
    }

    pub(super) fn posterior(&self) -> Option<&Posterior> {
        match &self.state {
            State::Waiting(_) | State::Running(_) | State::Failed => None,
            State::Ready(posterior) => Some(posterior),
        }
    }

    pub(super) fn into_posterior(self) -> Option<Posterior> {
        match self.state {
            State::Waiting(_) | State::Running(_) | State::Failed => None,
            State::Ready(posterior) => Some(*posterior),
        }
    }

    pub(super) fn to_bytes(&self) -> Option<Vec<u8>> {
        self.posterior()?.to_bytes(self.key)
    }
}

/// The bodies of the draws. Only who said how the withdrawal was has a baseline, and answers that could vary: both are known
/// from check-ins, and without any the score stays the model's own.
pub(super) fn people(posterior: &Posterior) -> Vec<Body> {
    let mut people = posterior.bodies(DRAWS, SEED);
    if posterior.learned_from().symptoms == 0 {
        people.iter_mut().for_each(|body| body.answers = Answers::UNASKED);
    }
    people
}

/// What a reading keeps for the next: 1 byte version; then three parts, each 4 bytes of length (little-endian) and as many
/// bytes: the posterior, the standpoint of the draws, the standpoint of the population beside a learned one. A part may be
/// empty. Each part carries its own key.
#[derive(Debug, Clone, Default)]
pub(super) struct Store {
    pub(super) posterior: Vec<u8>,
    pub(super) own: Option<Standpoint>,
    pub(super) population: Option<Standpoint>,
}

/// Version 1 was the standpoint alone, and began with a 1 as well.
const VERSION: u8 = 2;

impl Store {
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![VERSION];
        let standpoint = |kept: &Option<Standpoint>| kept.as_ref().map(Standpoint::to_bytes).unwrap_or_default();
        for part in [
            self.posterior.clone(),
            standpoint(&self.own),
            standpoint(&self.population),
        ] {
            bytes.extend(u32::try_from(part.len()).unwrap_or(0).to_le_bytes());
            bytes.extend(part);
        }
        bytes
    }

    /// `None` for bytes of another form. A part of another form is empty.
    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(&[VERSION])?;
        let mut part = || {
            let (len, after) = rest.split_first_chunk::<4>()?;
            let (part, after) = after.split_at_checked(u32::from_le_bytes(*len) as usize)?;
            rest = after;
            Some(part)
        };
        let (posterior, own, population) = (part()?, part()?, part()?);
        let store = Self {
            posterior: posterior.to_vec(),
            own: Standpoint::from_bytes(own),
            population: Standpoint::from_bytes(population),
        };
        rest.is_empty().then_some(store)
    }
}

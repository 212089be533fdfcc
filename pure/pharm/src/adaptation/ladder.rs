//! What each panel length does to amounts: it depends on the kinetics alone, is computed once, and is shared by bodies that
//! differ only in how they adapt. Knows nothing of adaptation.

use std::sync::{Arc, OnceLock};

use super::{RUNGS, length_of};
use crate::collocation::COLLOCATION;
use crate::kinetics::{Fate, Kinetics, Parts, Propagator};
use crate::lanes::Lanes;
use crate::params::Params;

/// What one panel length does to amounts: the part that depends on the kinetics alone.
#[derive(Clone, Debug)]
#[repr(C, align(64))]
pub(super) struct Reach {
    /// X at the nodes per mg in g1, g2, m1, m2, h at the start, ng/mL per mg.
    pub(super) seen: [Lanes; 5],
    /// X at the nodes per mg in k1, k2 and per mg/h of either inflow.
    pub(super) seen_more: [Lanes; 4],
    pub(super) propagator: Propagator,
}

/// The reaches of all rungs. Bodies that differ only in how they adapt share one.
#[derive(Clone, Debug)]
pub(crate) struct Ladder {
    reaches: Vec<OnceLock<Arc<Reach>>>,
}

impl Ladder {
    pub(super) fn new() -> Ladder {
        Ladder {
            reaches: vec![OnceLock::new(); RUNGS],
        }
    }

    pub(super) fn reach(&self, idx: usize, kinetics: &Kinetics, p: &Params) -> Arc<Reach> {
        Arc::clone(self.reaches[idx].get_or_init(|| Arc::new(Reach::new(length_of(idx), kinetics, p))))
    }
}

impl Reach {
    fn new(length_h: f64, kinetics: &Kinetics, p: &Params) -> Reach {
        let per_mg = 1000.0 / p.v1;
        let per_mg7 = p.rho * 1000.0 / p.v7;
        let at_nodes = COLLOCATION
            .nodes
            .map(|node| kinetics.propagator(node * length_h, Parts::ALL));
        let seen = |fate: fn(&Propagator) -> &Fate| {
            at_nodes.each_ref().map(|propagator| {
                let fate = fate(propagator);
                per_mg * fate.m1 + per_mg7 * fate.h
            })
        };
        Reach {
            seen: [
                seen(|propagator| &propagator.from_g1),
                seen(|propagator| &propagator.from_g2),
                seen(|propagator| &propagator.from_m1),
                seen(|propagator| &propagator.from_m2),
                at_nodes.each_ref().map(|propagator| per_mg7 * propagator.h_kept),
            ],
            seen_more: [
                seen(|propagator| &propagator.from_k1),
                seen(|propagator| &propagator.from_k2),
                seen(|propagator| &propagator.from_inflow),
                seen(|propagator| &propagator.from_inflow7),
            ],
            propagator: kinetics.propagator(length_h, Parts::ALL),
        }
    }
}

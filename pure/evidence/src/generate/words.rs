//! The words that stand for the enums in the tables. Nothing else may spell them.

use crate::{Act, Basis, Grade, Kind, RangeIs, Read, Service};

pub(super) const KINDS: &[(&str, Kind)] = &[
    ("point", Kind::Point),
    ("range", Kind::Range),
    ("upper", Kind::Upper),
    ("lower", Kind::Lower),
    ("prior", Kind::Prior),
];

pub(super) const BASES: &[(&str, Basis)] = &[
    ("seen", Basis::Seen),
    ("calculated", Basis::Calculated),
    ("carried_over", Basis::CarriedOver),
    ("fitted", Basis::Fitted),
    ("calibrated", Basis::Calibrated),
    ("assumption", Basis::Assumption),
    ("judgement", Basis::Judgement),
    ("convention", Basis::Convention),
];

pub(super) const RANGES: &[(&str, RangeIs)] = &[
    ("observed", RangeIs::Observed),
    ("interval95", RangeIs::Interval95),
    ("one_sd", RangeIs::OneSd),
    ("quoted", RangeIs::Quoted),
];

pub(super) const GRADES: &[(&str, Grade)] = &[
    ("A", Grade::A),
    ("B", Grade::B),
    ("C", Grade::C),
    ("D", Grade::D),
    ("E", Grade::E),
    ("F", Grade::F),
    ("J", Grade::J),
    ("M", Grade::M),
];

pub(super) const READS: &[(&str, Read)] = &[
    ("primary", Read::Primary),
    ("second_hand", Read::SecondHand),
    ("memory", Read::Memory),
    ("own", Read::Own),
];

pub(super) const ACTS: &[(&str, Act)] = &[
    ("emergency", Act::Emergency),
    ("doctor_today", Act::DoctorToday),
    ("doctor_soon", Act::DoctorSoon),
];

pub(super) const SERVICES: &[(&str, Service)] = &[
    ("emergency", Service::Emergency),
    ("crisis", Service::Crisis),
    ("poison", Service::Poison),
    ("advice", Service::Advice),
    ("drugs", Service::Drugs),
];

//! Help as data: the signs that must not wait, and the lines to call, worded.
//!
//! What a sign asks of a person and where it is known from come from [`ebb_evidence`]; what is read stands in the word
//! files. Nothing here needs a diary, so a screen can show it while everything else is locked. It must never guess a
//! country, hide a line, or show a number without saying whether anybody checked it.

use crate::number::Numbers;
use crate::words::Words;
use ebb_evidence::{Checked, ELSEWHERE, Grade, Helpline, Hours, Reach, Service, helplines_in, red_flag};
use jiff::civil::Time;

/// What to do about a sign, most urgent first.
pub use ebb_evidence::Act as Urgency;

/// A sign that must not wait.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedFlag {
    /// The row of the evidence tables, for links and tests.
    pub id: &'static str,
    /// What a person sees or feels.
    pub sign: String,
    /// Why it matters.
    pub why: String,
    /// What to do, in two or three sentences.
    pub what_to_do: String,
    /// How quickly.
    pub act: Urgency,
    /// The same in words.
    pub act_said: String,
    /// Who is to be called, where that is not the emergency number alone.
    pub calls: Option<Service>,
    /// Where the reason is from, in one line.
    pub source: &'static str,
    /// Whom it was seen in.
    pub population: &'static str,
    /// How far the reason may be trusted. The urgency itself is always Ebb's judgement.
    pub grade: Grade,
    /// Source, population and grade in one line, to stand under the reason.
    pub grounds: String,
}

type Say = fn(&Words) -> String;

/// Each sign with its three texts. A test compares this list with the evidence tables.
const SIGNS: [(&ebb_evidence::RedFlag, Say, Say, Say); 16] = [
    (
        red_flag::NOT_BREATHING,
        Words::help_sign_not_breathing,
        Words::help_why_not_breathing,
        Words::help_do_not_breathing,
    ),
    (
        red_flag::SEIZURE,
        Words::help_sign_seizure,
        Words::help_why_seizure,
        Words::help_do_seizure,
    ),
    (
        red_flag::HEART,
        Words::help_sign_heart,
        Words::help_why_heart,
        Words::help_do_heart,
    ),
    (
        red_flag::OVERHEATED,
        Words::help_sign_overheated,
        Words::help_why_overheated,
        Words::help_do_overheated,
    ),
    (
        red_flag::CONFUSED,
        Words::help_sign_confused,
        Words::help_why_confused,
        Words::help_do_confused,
    ),
    (
        red_flag::SUICIDE,
        Words::help_sign_suicide,
        Words::help_why_suicide,
        Words::help_do_suicide,
    ),
    (
        red_flag::STROKE,
        Words::help_sign_stroke,
        Words::help_why_stroke,
        Words::help_do_stroke,
    ),
    (
        red_flag::CHILD,
        Words::help_sign_child,
        Words::help_why_child,
        Words::help_do_child,
    ),
    (
        red_flag::MIXED,
        Words::help_sign_mixed,
        Words::help_why_mixed,
        Words::help_do_mixed,
    ),
    (
        red_flag::TWO_WITHDRAWALS,
        Words::help_sign_two_withdrawals,
        Words::help_why_two_withdrawals,
        Words::help_do_two_withdrawals,
    ),
    (
        red_flag::LIVER,
        Words::help_sign_liver,
        Words::help_why_liver,
        Words::help_do_liver,
    ),
    (
        red_flag::DEHYDRATED,
        Words::help_sign_dehydrated,
        Words::help_why_dehydrated,
        Words::help_do_dehydrated,
    ),
    (
        red_flag::PREGNANT,
        Words::help_sign_pregnant,
        Words::help_why_pregnant,
        Words::help_do_pregnant,
    ),
    (
        red_flag::LOW_MOOD,
        Words::help_sign_low_mood,
        Words::help_why_low_mood,
        Words::help_do_low_mood,
    ),
    (
        red_flag::MEDICINES,
        Words::help_sign_medicines,
        Words::help_why_medicines,
        Words::help_do_medicines,
    ),
    (
        red_flag::ILLNESS,
        Words::help_sign_illness,
        Words::help_why_illness,
        Words::help_do_illness,
    ),
];

/// Every sign, the most urgent first.
#[must_use]
pub fn red_flags(words: &Words) -> Vec<RedFlag> {
    let worded = |(flag, sign, why, what_to_do): &(&ebb_evidence::RedFlag, Say, Say, Say)| RedFlag {
        id: flag.id,
        sign: sign(words),
        why: why(words),
        what_to_do: what_to_do(words),
        act: flag.act,
        act_said: urgency(words, flag.act),
        calls: calls(flag),
        source: citation(flag.source),
        population: flag.population,
        grade: flag.grade,
        grounds: grounds_line(words, citation(flag.source), flag.population, flag.grade),
    };
    SIGNS.iter().map(worded).collect()
}

/// Whose line what to do about a sign names.
fn calls(flag: &ebb_evidence::RedFlag) -> Option<Service> {
    let is = |other: &ebb_evidence::RedFlag| flag.id == other.id;
    if is(red_flag::SUICIDE) || is(red_flag::LOW_MOOD) {
        Some(Service::Crisis)
    } else if is(red_flag::CHILD) {
        Some(Service::Poison)
    } else if is(red_flag::DEHYDRATED) {
        Some(Service::Advice)
    } else {
        None
    }
}

/// How quickly to act, in words.
#[must_use]
pub fn urgency(words: &Words, act: Urgency) -> String {
    match act {
        Urgency::Emergency => words.help_act_emergency(),
        Urgency::DoctorToday => words.help_act_today(),
        Urgency::DoctorSoon => words.help_act_soon(),
    }
}

/// A grade in words a person can use.
#[must_use]
pub fn grounds(words: &Words, grade: Grade) -> String {
    match grade {
        Grade::A => words.grounds_a(),
        Grade::B => words.grounds_b(),
        Grade::C => words.grounds_c(),
        Grade::D => words.grounds_d(),
        Grade::E => words.grounds_e(),
        Grade::F => words.grounds_f(),
        Grade::J => words.grounds_j(),
        Grade::M => words.grounds_m(),
    }
}

/// Where a statement is from, whom it was seen in and how far it may be trusted, in one line. What is Ebb's own was seen in
/// nobody, and the line says only that.
#[must_use]
pub fn grounds_line(words: &Words, source: &str, population: &str, grade: Grade) -> String {
    let grounds = grounds(words, grade);
    match grade {
        Grade::F | Grade::J => grounds,
        Grade::A | Grade::B | Grade::C | Grade::D | Grade::E | Grade::M => {
            words.grounds_line(source, population, &grounds)
        }
    }
}

/// What a source is. The generator refuses rows that name one which is not in the bibliography.
pub(crate) fn citation(id: &'static str) -> &'static str {
    ebb_evidence::source(id).map_or(id, |source| source.citation)
}

/// The lines of one place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// Its code.
    pub code: &'static str,
    /// Its name.
    pub name: String,
    /// The lines, the ambulance first. Never empty.
    pub lines: Vec<Line>,
    /// What to say above the lines: that nobody checked them, or that there is no list and what to do then.
    pub notice: String,
}

/// One line to call.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What answers.
    pub service: Service,
    /// The same in words.
    pub service_said: String,
    /// The name it is known by.
    pub name: &'static str,
    /// The number, for reading.
    pub number: &'static str,
    /// What a telephone link points to: `tel:116123`, `sms:85258`.
    pub link: String,
    /// Call, text, or both, in words.
    pub reach: String,
    /// When it answers, in words.
    pub hours: String,
    /// Whether anybody looked, in words. Show it beside the number.
    pub checked: String,
}

/// The places there are lines for, by name, with the row for every other place last.
#[must_use]
pub fn countries(words: &Words) -> Vec<(&'static str, String)> {
    let mut named: Vec<(&'static str, String)> = COUNTRIES.iter().map(|(code, name)| (*code, name(words))).collect();
    named.sort_by(|a, b| (a.0 == ELSEWHERE, a.0 == "EU", &a.1).cmp(&(b.0 == ELSEWHERE, b.0 == "EU", &b.1)));
    named
}

/// The lines of the country with this code, or of every other place when there are none for it.
#[must_use]
pub fn helplines(words: &Words, numbers: &Numbers, country: &str) -> Place {
    let known = COUNTRIES
        .iter()
        .find(|(code, _)| *code == country && *code != ELSEWHERE);
    let (code, name) = known.map_or((ELSEWHERE, words.country_zz()), |(code, name)| (*code, name(words)));
    let notice = if code == ELSEWHERE {
        words.help_elsewhere()
    } else {
        words.help_verify()
    };
    let lines = helplines_in(code)
        .iter()
        .map(|line| worded(words, numbers, line))
        .collect();
    Place {
        code,
        name,
        lines,
        notice,
    }
}

fn worded(words: &Words, numbers: &Numbers, line: &Helpline) -> Line {
    let digits: String = line.number.chars().filter(char::is_ascii_digit).collect();
    let (scheme, reach) = match line.reach {
        Reach::Call => ("tel", words.help_reach_call()),
        Reach::CallOrText => ("tel", words.help_reach_call_or_text()),
        Reach::Text(word) => ("sms", words.help_reach_text(word)),
    };
    let clock = |minutes: u16| numbers.clock_time(time_of(minutes));
    Line {
        service: line.service,
        service_said: service(words, line.service),
        name: line.name,
        number: line.number,
        link: format!("{scheme}:{digits}"),
        reach,
        hours: match line.hours {
            Hours::Always => words.help_hours_always(),
            Hours::Daily(from, to) => words.help_hours_daily(&clock(from), &clock(to)),
            Hours::Weekdays(from, to) => words.help_hours_weekdays(&clock(from), &clock(to)),
            Hours::Unknown => words.help_hours_unknown(),
        },
        checked: match line.checked {
            Checked::Unverified => words.help_not_verified(),
            Checked::On { day, .. } => words.help_verified(day),
        },
    }
}

/// What answers, in words.
#[must_use]
pub fn service(words: &Words, service: Service) -> String {
    match service {
        Service::Emergency => words.help_service_emergency(),
        Service::Crisis => words.help_service_crisis(),
        Service::Poison => words.help_service_poison(),
        Service::Advice => words.help_service_advice(),
        Service::Drugs => words.help_service_drugs(),
    }
}

/// Minutes from midnight as a time; the midnight at the end of a day is the one at its start.
fn time_of(minutes: u16) -> Time {
    let within = |value: u16| i8::try_from(value).unwrap_or(0);
    Time::new(within(minutes / 60 % 24), within(minutes % 60), 0, 0).unwrap_or(Time::midnight())
}

const COUNTRIES: [(&str, Say); 31] = [
    ("AT", Words::country_at),
    ("AU", Words::country_au),
    ("BE", Words::country_be),
    ("CA", Words::country_ca),
    ("CH", Words::country_ch),
    ("CZ", Words::country_cz),
    ("DE", Words::country_de),
    ("DK", Words::country_dk),
    ("ES", Words::country_es),
    ("EU", Words::country_eu),
    ("FI", Words::country_fi),
    ("FR", Words::country_fr),
    ("GB", Words::country_gb),
    ("GR", Words::country_gr),
    ("HU", Words::country_hu),
    ("IE", Words::country_ie),
    ("IN", Words::country_in),
    ("IT", Words::country_it),
    ("JP", Words::country_jp),
    ("LU", Words::country_lu),
    ("MY", Words::country_my),
    ("NL", Words::country_nl),
    ("NO", Words::country_no),
    ("NZ", Words::country_nz),
    ("PL", Words::country_pl),
    ("PT", Words::country_pt),
    ("RO", Words::country_ro),
    ("SE", Words::country_se),
    ("TH", Words::country_th),
    ("US", Words::country_us),
    (ELSEWHERE, Words::country_zz),
];

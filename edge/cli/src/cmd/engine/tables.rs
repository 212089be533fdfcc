//! What the engine answered, as tables to read and as CSV. Figures are only written down here, never worked out.

use ebb_pharm::scenario::{Belief, NumberAnswer, PersonAnswer, PopulationAnswer, Width};
use std::fmt::Write;

/// Four digits that count, without an exponent while it fits.
fn figure(value: f64) -> String {
    let size = value.abs();
    match size {
        _ if value == 0.0 => "0".to_owned(),
        _ if !(0.0001..1e7).contains(&size) => format!("{value:.2e}"),
        _ if size < 0.01 => format!("{value:.5}"),
        _ if size < 10.0 => format!("{value:.3}"),
        _ if size < 100.0 => format!("{value:.2}"),
        _ if size < 1000.0 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}

fn range(low: f64, high: f64) -> String {
    format!("{} to {}", figure(low), figure(high))
}

/// A block per series, a row per hour.
pub(super) fn population(answer: &PopulationAnswer) -> String {
    let mut text = format!(
        "{} bodies, seed {}, engine version {}.\nHalf of the bodies lie within 50 %, four fifths within 80 %.\n",
        answer.draws, answer.seed, answer.engine
    );
    for (key, width) in answer.series() {
        let _ = write!(
            text,
            "\n{key}: {}\n{:>9} {:>10} {:>21} {:>21} {:>10}\n",
            meaning(key),
            "hour",
            "median",
            "50 %",
            "80 %",
            "error"
        );
        for (idx, t_h) in answer.times_h.iter().enumerate() {
            let _ = writeln!(
                text,
                "{:>9} {:>10} {:>21} {:>21} {:>10}",
                t_h,
                figure(width.median[idx]),
                range(width.low_50[idx], width.high_50[idx]),
                range(width.low_80[idx], width.high_80[idx]),
                figure(width.median_error[idx]),
            );
        }
    }
    text.push_str("\nerror: standard error of the median from the finite number of bodies\n");
    text
}

fn meaning(key: &str) -> &'static str {
    match key {
        "C" => "mitragynine in plasma, ng/mL",
        "C7" => "7-hydroxymitragynine in plasma, ng/mL",
        "Th" => "potency shift (tolerance), 1 is none",
        "s" => "signal at the receptor, 0 to 1",
        _ => "withdrawal score, points 0 to 64",
    }
}

/// `series,t_h,median,…`
pub(super) fn population_csv(answer: &PopulationAnswer) -> String {
    let mut text = "series,t_h,median,low_50,high_50,low_80,high_80,median_error\n".to_owned();
    for (key, width) in answer.series() {
        let Width {
            median,
            low_50,
            high_50,
            low_80,
            high_80,
            median_error,
        } = width;
        for (idx, t_h) in answer.times_h.iter().enumerate() {
            let row = [median, low_50, high_50, low_80, high_80, median_error].map(|series| series[idx].to_string());
            let _ = writeln!(text, "{key},{t_h},{}", row.join(","));
        }
    }
    text
}

/// What was learned beside what is true of the population.
pub(super) fn person(answer: &PersonAnswer) -> String {
    let [felt, lasted, symptoms] = answer.learned_from;
    let mut text = format!("Learned from {felt} ratings, {lasted} durations and {symptoms} check-ins.\n\n");
    let _ = writeln!(
        text,
        "{:<9} {:<7} {:>26} {:>26} {:>7}",
        "", "", "this person", "population", "width"
    );
    let _ = writeln!(
        text,
        "{:<9} {:<7} {:>8} {:>17} {:>8} {:>17} {:>7}",
        "number", "unit", "median", "80 %", "median", "80 %", "left"
    );
    for number in &answer.numbers {
        let NumberAnswer {
            name,
            unit,
            learned,
            population,
            width_left,
            ..
        } = number;
        let _ = writeln!(
            text,
            "{name:<9} {unit:<7} {:>8} {:>17} {:>8} {:>17} {:>6.0}%",
            figure(learned.median),
            range(learned.low_80, learned.high_80),
            figure(population.median),
            range(population.low_80, population.high_80),
            100.0 * width_left
        );
    }
    text.push_str("\nMost likely together: ");
    let likely: Vec<String> = answer
        .numbers
        .iter()
        .map(|number| format!("{} {}", number.name, figure(number.most_likely)))
        .collect();
    let _ = writeln!(text, "{}.", likely.join(", "));
    let _ = writeln!(text, "{}", quality(answer));
    if answer.is_poor {
        text.push_str(
            "The ranges are not to be trusted: more --draws may help, or reports that fit together better.\n",
        );
    }
    text
}

fn quality(answer: &PersonAnswer) -> String {
    let route = match answer.route {
        "prior" => "straight from the population: nothing was reported",
        "importance" => "by importance sampling",
        "importance_again" => "by importance sampling in several rounds",
        _ => "by a random walk",
    };
    let shape = answer
        .tail_shape
        .map_or_else(String::new, |shape| format!(", tail shape {shape:.2}"));
    format!(
        "{} draws {route}, worth {:.0} independent ones{shape}; seed {}, engine version {}.",
        answer.draws, answer.effective_size, answer.seed, answer.engine
    )
}

/// `number,unit,most_likely,median,…,population_median,…,width_left`
pub(super) fn person_csv(answer: &PersonAnswer) -> String {
    const ENDS: [&str; 7] = ["median", "low_50", "high_50", "low_80", "high_80", "low_95", "high_95"];
    let mut text = format!(
        "number,unit,most_likely,{},{},width_left\n",
        ENDS.join(","),
        ENDS.map(|end| format!("population_{end}")).join(",")
    );
    for number in &answer.numbers {
        let cells = std::iter::once(number.most_likely)
            .chain(ends(&number.learned))
            .chain(ends(&number.population))
            .chain([number.width_left]);
        let cells: Vec<String> = cells.map(|cell| cell.to_string()).collect();
        let _ = writeln!(text, "{},{},{}", number.name, number.unit, cells.join(","));
    }
    text
}

fn ends(belief: &Belief) -> [f64; 7] {
    let Belief {
        median,
        low_50,
        high_50,
        low_80,
        high_80,
        low_95,
        high_95,
    } = *belief;
    [median, low_50, high_50, low_80, high_80, low_95, high_95]
}

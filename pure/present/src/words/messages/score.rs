//! The messages of the score of past forecasts. Texts in `words/en-score.ftl`.

use super::super::{FluentArgs, Message, Words, value};

messages! {
    SCORE:

    // Elsewhere
    kind_forecast(when: &str);
    score_kept_forecast();
    score_not_kept();
    rests_on_widened(factor: &str);

    // The screen
    score_title();
    score_stopping_heading();
    score_going_on_heading();
    score_lead();
    score_nothing_kept();
    score_nothing_compared(count: u64);
    score_compared(answers: u64);
    score_held_wide(held: u64, total: u64, range: &str);
    score_held_inner(held: u64, total: u64, range: &str);
    score_bias_above(points: &str, range: &str);
    score_bias_below(points: &str, range: &str);
    score_bias_none();
    score_range(low: &str, high: &str);
    score_range_unknown();
    score_miss(points: &str);
    score_miss_last(points: &str, count: u64, ours: &str);
    score_miss_population(points: &str, ours: &str);

    // What it comes to
    score_too_few(have: u64, need: u64, blocks: u64, blocksneeded: u64);
    score_as_good();
    score_better();
    score_worse_last();
    score_worse_population();
    score_widened_held(held: u64, total: u64, factor: &str);
    score_widened_worse(factor: &str);

    // Where the answers fell, and by how long before
    score_places_heading();
    score_place_above();
    score_place_upper();
    score_place_upper_half();
    score_place_lower_half();
    score_place_lower();
    score_place_below();
    score_place_line(found: u64, expected: &str);
    score_leads_heading();
    score_lead_hours();
    score_lead_day();
    score_lead_days();
    score_lead_week();
    score_lead_weeks();
    score_lead_line(held: u64, total: u64, points: &str);
    score_left_out_taken(count: u64);
    score_left_out_otherwise(count: u64, share: &str, hours: &str);
    score_left_out_silent(count: u64);
    score_limits();

    // The picture
    chart_score_title();
    chart_score_description(span: &str, held: u64, total: u64);
    chart_score_span(answers: u64);
    chart_score_heading();
    chart_score_stopping();
    chart_score_going_on();
    chart_score_axis();
    chart_score_said();
}

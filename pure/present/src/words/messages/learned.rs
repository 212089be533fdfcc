//! The messages of what was learned from reports and of the courses. Texts in `words/en-learned.ftl`.

use super::super::{FluentArgs, Message, Words, value};

messages! {
    LEARNED:

    // Elsewhere
    kind_learning_on();
    kind_learning_off();
    kind_learning_reset();
    learning_is_off();
    learning_is_unclear();
    learning_left_out(count: u64);
    learned_baseline_in_it();
    learned_you();
    learned_people();

    // What was learned
    learned_title();
    learned_lead();
    learned_nothing();
    learned_since(when: &str);
    learned_from(symptoms: u64, felt: u64, lasted: u64);
    learned_numbers_heading();
    learned_potency();
    learned_felt();
    learned_tolerance();
    learned_withdrawal();
    learned_fast();
    learned_slow();
    learned_baseline();
    learned_times(mid: &str, you: &str, people: &str);
    learned_span(you: &str, people: &str);
    learned_width_left(share: &str);
    learned_unmoved();
    learned_batches_heading();
    learned_batch(name: &str, range: &str);
    learned_batch_unnamed(range: &str);
    learned_kinds_heading();
    learned_told_symptoms(names: &str);
    learned_told_felt(names: &str);
    learned_told_lasted(names: &str);
    learned_told_little();
    learned_worth(count: &str);
    learned_limits();
    learned_ways_back();
    learning_now_on();
    learning_now_off();
    learning_now_reset();
    learning_was_so();

    // Why a report does not count
    left_out_no_time(count: u64);
    left_out_out_of_range(count: u64);
    left_out_without_forecast(count: u64);
    left_out_too_few_doses(count: u64);
    left_out_mostly_unknown(count: u64);
    left_out_nobody_said(count: u64);
    left_out_before_reset(count: u64);
    left_out_older(count: u64);

    // The question that would teach most
    ask_check_in();
    ask_felt(when: &str);
    ask_lasted(when: &str);

    // What would come
    course_stop_title();
    course_keep_on_title();
    course_taper_title();
    course_plan_title();
    course_keep_on_lead(doses: &str, days: &str);
    course_stood_in(count: u64);
    course_taper_lead(doses: &str, days: &str, every: &str, percent: &str);
    course_taper_fast(usual: &str, grade: &str);
    course_taper_clinicians();
    course_taper_left(percent: &str);
    course_taper_care();
    course_plan_lead(doses: &str, when: &str);
    course_plan_empty();
    course_largest_step(percent: &str);
    course_no_step();
    course_steep(cap: &str, grade: &str);
    course_goes_up();
    course_cliff(percent: &str);
    course_worst(score: &str, inner: &str);
    course_worst_in(hours: &str);
    course_tolerance(now: &str, end: &str, days: &str);
    course_days_heading();
    days_above(score: &str, days: &str, range: &str);
    forecast_inner(range: &str);
    no_course_short(have: u64, need: u64);
    no_course_nothing_lately(days: &str);

    // Steps that are none
    err_taper_percent(most: &str);
    rec_taper_percent();
    err_taper_days(most: &str);
    rec_taper_days();
    err_taper_fast(percent: &str, cap: &str);
    rec_taper_fast();

    // A plan that cannot be read
    err_plan(line: &str, what: &str);
    rec_plan();
    plan_no_date();
    plan_past();
    plan_too_far(days: &str);
    plan_unknown();
    plan_no_product();
    plan_no_strength();
    plan_without_forecast();
    plan_too_many(most: &str);
}

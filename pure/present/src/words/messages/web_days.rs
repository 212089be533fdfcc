//! The messages of the web app's screens for history, forecast and pictures. Texts in `words/en-web-days.ftl`.

use super::super::{FluentArgs, Message, Words, value};

messages! {
    WEB_DAYS:

    // Pictures
    days_read_after(when: &str, duration: &str);
    days_table_day();
    days_table_time();
    days_table_week();
    days_table_range();
    days_of_64();
    days_scale();
    days_in_figures();
    days_read_name(title: &str);
    days_open_day();
    days_read_how();
    days_read_how_weeks();

    // History: a stretch of days
    days_this_week();
    days_week_span(from: &str, to: &str);
    days_at_least(amount: &str, doses: &str);
    days_apart_title();
    days_apart_why();
    days_per_dose();
    days_per_dose_basis(doses: &str);
    days_per_day();
    days_per_day_basis(days: &str);
    days_apart_thin();
    days_gaps(gaps: u64, days: u64);
    days_newer();
    days_year_before();
    days_year_after();
    days_weekly_title();
    days_weekly_grams();
    days_weekly_doses();
    days_title();
    days_weeks_title();

    // History: one day
    days_day_entries();
    days_day_before();
    days_day_after();
    days_day_empty();
    days_day_empty_why();

    // Forecast
    days_first_signs();
    days_hardest();
    days_at_hardest();
    days_mostly_over();
    days_after_last();
    days_after_last_in(share: &str);
    days_not_within();
    days_each_day();
    days_each_day_why();
    days_from(when: &str);
    days_is_today();
    days_horizon(days: u64);
    days_working();
    days_go_learn();
    days_go_history();

    // Learn
    days_learn_lead();
    days_learn_source(grade: &str);
    days_learn_of(page: &str, pages: &str);
    days_learn_go_on();
    days_learn_all();
    days_learn_own();
    days_learn_own_locked();
    days_learn_missing();
}

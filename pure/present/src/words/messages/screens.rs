//! The messages of single screens of the web app, and what can go wrong there. Texts in `words/en-screens.ftl`.

use super::super::{FluentArgs, Message, Words};

messages! {
    SCREENS:

    // Web: Log
    web_log_title();

    // Web: Check-in
    web_symptom_none();
    web_symptom_a_little();
    web_symptom_some();
    web_symptom_a_lot();
    web_symptom_very_much();
    web_symptom_anxious();
    web_symptom_yawning();
    web_symptom_sweating();
    web_symptom_watery_eyes();
    web_symptom_runny_nose();
    web_symptom_goose_bumps();
    web_symptom_shaking();
    web_symptom_hot_flushes();
    web_symptom_cold_flushes();
    web_symptom_aching();
    web_symptom_restless();
    web_symptom_queasy();
    web_symptom_vomiting();
    web_symptom_twitching();
    web_symptom_stomach_cramps();
    web_symptom_want_some_now();

    // Web: Craving
    web_craving_timer_why();
    web_craving_passed();
    web_craving_ongoing();
    web_craving_used();
    web_craving_used_text();
    web_craving_passed_text();
    web_craving_ongoing_text();
    web_breath_why();

    // Web: History and entries
    web_history_span();
    web_history_four_weeks();
    web_history_quarter();
    web_history_year();
    web_history_earlier();
    web_history_day_add();
    web_history_day_none();

    // Web: Forecast
    web_forecast_horizon();
    web_forecast_before();
    web_forecast_course();
    web_forecast_sure();
    web_forecast_how();

    // Web: backup, import, export
    web_data_import();
}

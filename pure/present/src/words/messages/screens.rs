//! The messages of single screens of the web app, and what can go wrong there. Texts in `words/en-screens.ftl`.

use super::super::{FluentArgs, Message, Words, value};

messages! {
    SCREENS:

    // Web: Today
    web_today_first_dose();
    web_today_first_week();
    web_today_first_fortnight();
    web_today_until_then();
    web_today_logged_list();
    web_today_where();
    web_today_see_course();
    web_today_amounts_hidden();
    web_felt_question(time: &str);
    web_felt_strength();
    web_felt_least();
    web_felt_most();
    web_felt_duration();
    web_felt_still();
    web_felt_why();
    web_felt_not_now();
    web_felt_hours(hours: &str);

    // Web: Log
    web_log_title();
    web_log_as_usual();
    web_log_one_tap();
    web_log_amount();
    web_log_unit();
    web_log_unknown();
    web_log_unknown_why();
    web_log_time();
    web_log_now();
    web_log_another_day();
    web_log_time_about();
    web_log_product();
    web_log_product_none();
    web_log_batch();
    web_log_reason();
    web_log_reason_why();
    web_log_stomach();
    web_log_stomach_empty();
    web_log_stomach_half();
    web_log_stomach_full();
    web_log_over();
    web_log_at_once();
    web_log_note();
    web_log_details();
    web_log_save();
    web_log_nothing_today();
    web_log_nothing_why();
    web_log_co_use();
    web_log_co_use_name();
    web_log_co_use_why();
    web_log_seven_oh();

    // Web: after a break
    web_after_break_title(ago: &str);
    web_after_break_text();

    // Web: Check-in
    web_check_in_title();
    web_check_in_lead();
    web_check_in_mood();
    web_check_in_energy();
    web_check_in_focus();
    web_check_in_sleep();
    web_check_in_sleep_hours();
    web_check_in_craving();
    web_check_in_worst();
    web_check_in_best();
    web_check_in_none();
    web_check_in_strongest();
    web_check_in_plenty();
    web_check_in_not_said();
    web_check_in_symptoms();
    web_check_in_symptoms_lead();
    web_check_in_answered(answered: &str, all: &str);
    web_check_in_more(count: u64);
    web_check_in_save();
    web_check_in_severe();
    web_check_in_fits();
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
    web_craving_title();
    web_craving_lead();
    web_craving_strength();
    web_craving_least();
    web_craving_most();
    web_craving_trigger();
    web_craving_trigger_other();
    web_craving_wait();
    web_craving_only_note();
    web_craving_timer_title();
    web_craving_timer_of(minutes: &str);
    web_craving_timer_away();
    web_craving_timer_why();
    web_craving_timer_more(minutes: &str);
    web_craving_timer_half();
    web_craving_timer_done();
    web_craving_timer_stop();
    web_craving_now();
    web_craving_outcome();
    web_craving_passed();
    web_craving_ongoing();
    web_craving_used();
    web_craving_used_text();
    web_craving_passed_text();
    web_craving_ongoing_text();
    web_craving_person();
    web_craving_count(passed: &str, all: &str);
    web_breath_title();
    web_breath_in();
    web_breath_out();
    web_breath_pace();
    web_breath_pace_of(first: &str, second: &str);
    web_breath_begin();
    web_breath_stop();
    web_breath_why();
    web_breath_still();

    // Web: History and entries
    web_history_span();
    web_history_four_weeks();
    web_history_quarter();
    web_history_year();
    web_history_earlier();
    web_history_day_add();
    web_history_day_none();
    web_history_day_unknown();
    web_entry_title();
    web_entry_kept();
    web_entry_remove();
    web_entry_removed_by_you();

    // Web: Forecast
    web_forecast_horizon();
    web_forecast_as_table();
    web_forecast_day();
    web_forecast_worst(highest: &str);
    web_forecast_range();
    web_forecast_before();
    web_forecast_course();
    web_forecast_sure();
    web_forecast_how();
    web_forecast_usually();

    // Web: Products
    web_products_lead();
    web_products_add();
    web_products_name();
    web_products_kind();
    web_products_leaf_hint();
    web_products_extract_hint();
    web_products_seven_oh_hint();
    web_products_other_hint();
    web_products_strength();
    web_products_strength_hint();
    web_products_error();
    web_products_per_capsule();
    web_products_per_teaspoon();
    web_products_tea();
    web_products_usual();
    web_products_new_batch();
    web_products_batch_in_use();
    web_products_batch_opened(date: &str);

    // Web: backup, import, export
    web_data_backup();
    web_data_only_here();
    web_data_only_here_text();
    web_data_last_backup(ago: &str);
    web_data_backup_old(ago: &str);
    web_data_backup_what();
    web_data_backup_make();
    web_data_backup_made();
    web_data_backup_remind();
    web_data_restore();
    web_data_export();
    web_data_export_warning();
    web_data_export_everything();
    web_data_export_doses();
    web_data_export_days();
    web_data_import();
    web_data_import_drop();
    web_data_import_what();
    web_data_import_questions(count: u64);
    web_data_import_careful();
    web_data_import_add(count: u64);
    web_data_import_leave();
    web_data_import_look();
    web_data_import_take_back();
    web_data_import_original();
    web_data_imports();

    // Web: settings
    web_settings_look();
    web_settings_theme();
    web_settings_theme_system();
    web_settings_theme_light();
    web_settings_theme_dark();
    web_settings_days();
    web_settings_day_start();
    web_settings_day_start_why();
    web_settings_zone();
    web_settings_zone_why();
    web_settings_units();
    web_settings_hours();
    web_settings_privacy();
    web_settings_privacy_lead();
    web_settings_hide();
    web_settings_hide_why();
    web_settings_name();
    web_settings_name_why(name: &str);
    web_settings_lock_after();
    web_settings_lock_hidden();
    web_settings_lock_why();
    web_settings_people_locked();
    web_settings_people_locked_why();
    web_settings_passphrase();
    web_settings_passphrase_why();
    web_settings_recovery();
    web_settings_recovery_why();
    web_settings_storage();
    web_settings_storage_kept();
    web_settings_storage_not_kept();
    web_settings_storage_used(size: &str);
    web_settings_erase();
    web_settings_erase_title();
    web_settings_erase_text(count: u64);
    web_settings_erase_word();
    web_settings_erase_type(word: &str);
    web_settings_erase_keep();
    web_settings_erase_done();

    // Web: this app, offline and installed
    web_app_offline();
    web_app_offline_ready();
    web_app_install();
    web_app_install_why();
    web_app_install_android();
    web_app_install_iphone();
    web_app_install_iphone_why();
    web_app_install_iphone_move();
    web_app_install_desktop();
    web_app_install_done();
    web_app_update();
    web_app_update_why();
    web_app_update_now();
    web_app_update_after_lock();
    web_app_version(version: &str);
    web_app_no_network();

    // Web: the demo diary
    web_demo_banner();
    web_demo_leave();
    web_demo_start_own();

    // Web: what can go wrong: what happened (err) and what to do (rec), in pairs
    err_web_storage_full();
    rec_web_storage_full();
    err_web_two_tabs();
    rec_web_two_tabs();
    err_web_taken_over();
    rec_web_taken_over();
    err_web_damaged_record();
    rec_web_damaged_record();
    err_web_older_format();
    rec_web_older_format();
    err_web_newer_format();
    rec_web_newer_format();
    err_web_no_storage();
    rec_web_no_storage();
    err_web_browser_too_old();
    rec_web_browser_too_old();
    err_web_keeper_gone();
    rec_web_keeper_gone();
    err_web_file_unread();
    rec_web_file_unread();
}

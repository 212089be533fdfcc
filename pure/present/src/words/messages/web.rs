//! The messages of the web app, by screen. Texts in `words/en-web.ftl`.

use super::super::{FluentArgs, Message, Words, value};

messages! {
    WEB:

    // Web: places
    web_nav_today();
    web_nav_history();
    web_nav_log();
    web_nav_forecast();
    web_nav_more();
    web_nav_check_in();
    web_nav_craving();
    web_nav_products();
    web_nav_import();
    web_nav_learn();
    web_nav_help();
    web_nav_settings();
    web_nav_main();
    web_skip();
    web_back();
    web_close();
    web_next();
    web_save();
    web_remove();
    web_undo();
    web_hide();
    web_loading();
    web_working();
    web_nothing_leaves();

    // Web: first time
    web_welcome_title();
    web_welcome_lead();
    web_welcome_start();
    web_welcome_demo();
    web_welcome_restore();
    web_is_title();
    web_is_diary();
    web_is_forecast();
    web_is_down();
    web_is_offline();
    web_is_not_title();
    web_is_not_doctor();
    web_is_not_dose();
    web_is_not_certain();
    web_is_not_emergency();
    web_is_not_children();
    web_passphrase_title();
    web_passphrase_lead();
    web_passphrase_advice();
    web_passphrase_avoid();
    web_passphrase_field();
    web_passphrase_again();
    web_passphrase_weak();
    web_passphrase_fair();
    web_passphrase_strong();
    web_passphrase_sealing();
    web_recovery_title();
    web_recovery_lead(count: &str);
    web_recovery_write();
    web_recovery_warning();
    web_recovery_lost();
    web_recovery_confirm(number: &str);
    web_recovery_confirm_why();
    web_recovery_missing(number: &str);
    web_recovery_mismatch(number: &str);
    web_recovery_done();
    web_recovery_shown_again();
    web_start_done();

    // Web: locked
    web_unlock_title();
    web_unlock_lead();
    web_unlock_button();
    web_unlock_working();
    web_unlock_forgot();
    web_unlock_recovery_lead();
    web_unlock_new_passphrase();
    web_lock_now();
    web_locked_idle();
    web_locked_draft();
    web_caps_lock();

    // Web: empty places that say what will be there
    web_empty_history_title();
    web_empty_history_text();
    web_empty_history_hint();
    web_empty_forecast_title();
    web_empty_forecast_will();
    web_empty_products_title();
    web_empty_products_text();
    web_empty_products_batch();
    web_empty_people_title();
    web_empty_people_text();

    // Web: around every screen
    web_hide_amounts();
    web_plain_name();
    web_group_keep();
    web_group_understand();
    web_group_data();
    web_nav_about();
    web_nav_co_use();
    web_nav_note();
    web_about_check_in();
    web_about_craving();
    web_about_products();
    web_about_learn();
    web_about_import();
    web_about_settings();
    web_about_about();
    web_print();
    web_open_diary();
    web_restore_button();
    web_step(at: &str, of: &str);
    err_keeper_stopped();
    rec_keeper_stopped();
    web_nothing_changed();
}

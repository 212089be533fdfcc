//! The messages of Learn, page by page. Texts in `words/en-learn.ftl`; which belongs where is said in [`crate::learn`].

use super::super::{FluentArgs, Message, Words, value};

messages! {
    LEARN:

    // Learn: around the pages
    learn_title();
    learn_lead();
    learn_minutes();
    learn_facts();
    learn_own_curve();
    learn_curve_level();
    learn_curve_tolerance();
    learn_curve_withdrawal();
    learn_curve_none();

    // Learn: figures with their unit
    figure_hours(figure: &str);
    figure_minutes(figure: &str);
    figure_seconds(figure: &str);
    figure_days(figure: &str);
    figure_weeks(figure: &str);
    figure_years(figure: &str);
    figure_percent(figure: &str);
    figure_grams(figure: &str);
    figure_milligrams(figure: &str);
    figure_milligrams_per_gram(figure: &str);
    figure_points(figure: &str);
    figure_about(figure: &str);
    figure_span(low: &str, high: &str);
    figure_with_range(figure: &str, range: &str);
    figure_with_interval(figure: &str, range: &str);
    figure_with_deviation(figure: &str, range: &str);

    // Learn: how kratom works
    learn_how_title();
    learn_how_lead();
    learn_how_receptor_title();
    learn_how_receptor_text();
    learn_how_receptor_more();
    learn_how_time_title();
    learn_how_time_text();
    learn_how_time_more();
    learn_how_curve_title();
    learn_how_curve_text();
    learn_fact_how_emax(figure: &str);
    learn_fact_how_ratio(figure: &str);
    learn_fact_how_peak(figure: &str);
    learn_fact_how_gone(figure: &str);
    learn_fact_how_half(figure: &str);
    learn_fact_how_steady(figure: &str);

    // Learn: tolerance
    learn_tolerance_title();
    learn_tolerance_lead();
    learn_tolerance_three_title();
    learn_tolerance_three_text();
    learn_tolerance_three_more();
    learn_tolerance_signs_title();
    learn_tolerance_signs_text();
    learn_tolerance_signs_more();
    learn_tolerance_why_title();
    learn_tolerance_why_text();
    learn_tolerance_back_title();
    learn_tolerance_back_text();
    learn_tolerance_back_more();
    learn_tolerance_return_title();
    learn_tolerance_return_text();
    learn_fact_tolerance_raised(figure: &str);
    learn_fact_tolerance_disorder(figure: &str);
    learn_fact_tolerance_rat(figure: &str);
    learn_fact_tolerance_reset(figure: &str);

    // Learn: dependence and addiction
    learn_dependence_title();
    learn_dependence_lead();
    learn_dependence_body_title();
    learn_dependence_body_text();
    learn_dependence_control_title();
    learn_dependence_control_text();
    learn_dependence_apart_title();
    learn_dependence_apart_text();
    learn_dependence_often_title();
    learn_dependence_often_text();
    learn_dependence_ebb_title();
    learn_dependence_ebb_text();
    learn_fact_dependence_low(figure: &str);
    learn_fact_dependence_middle(figure: &str);
    learn_fact_dependence_high(figure: &str);
    learn_fact_dependence_withdrawal(figure: &str);

    // Learn: withdrawal
    learn_withdrawal_title();
    learn_withdrawal_lead();
    learn_withdrawal_what_title();
    learn_withdrawal_what_text();
    learn_withdrawal_what_more();
    learn_withdrawal_when_title();
    learn_withdrawal_when_text();
    learn_withdrawal_curve_title();
    learn_withdrawal_curve_text();
    learn_withdrawal_after_title();
    learn_withdrawal_after_text();
    learn_withdrawal_help_title();
    learn_withdrawal_help_text();
    learn_withdrawal_help_more();
    learn_fact_withdrawal_onset(figure: &str);
    learn_fact_withdrawal_onset_reviews(figure: &str);
    learn_fact_withdrawal_most(figure: &str);
    learn_fact_withdrawal_some(figure: &str);
    learn_fact_withdrawal_peak(figure: &str);
    learn_fact_withdrawal_score(figure: &str);

    // Learn: leaf, extracts and 7-OH products
    learn_products_title();
    learn_products_lead();
    learn_products_leaf_title();
    learn_products_leaf_text();
    learn_products_extract_title();
    learn_products_extract_text();
    learn_products_seven_title();
    learn_products_seven_text();
    learn_products_seven_more();
    learn_products_batch_title();
    learn_products_batch_text();
    learn_fact_products_sold(figure: &str);
    learn_fact_products_wild(figure: &str);
    learn_fact_products_extract(figure: &str);
    learn_fact_products_shot(figure: &str);
    learn_fact_products_trace(figure: &str);
    learn_fact_products_made(figure: &str);
    learn_fact_products_serving(figure: &str);
    learn_fact_products_mouse();

    // Learn: mixing
    learn_mixing_title();
    learn_mixing_lead();
    learn_mixing_breath_title();
    learn_mixing_breath_text();
    learn_mixing_breath_more();
    learn_mixing_heart_title();
    learn_mixing_heart_text();
    learn_mixing_medicine_title();
    learn_mixing_medicine_text();
    learn_mixing_do_title();
    learn_mixing_do_text();
    learn_mixing_do_more();
    learn_fact_mixing_involved(figure: &str);
    learn_fact_mixing_alone(figure: &str);
    learn_fact_mixing_naloxone(figure: &str);
    learn_fact_mixing_midazolam(figure: &str);
    learn_fact_mixing_heart();
    learn_fact_mixing_seizure();
    learn_fact_mixing_serotonin();

    // Learn: cutting down and stopping
    learn_down_title();
    learn_down_lead();
    learn_down_ways_title();
    learn_down_ways_text();
    learn_down_ways_more();
    learn_down_pace_title();
    learn_down_pace_text();
    learn_down_pace_more();
    learn_down_ebb_title();
    learn_down_ebb_text();
    learn_down_ebb_more();
    learn_down_help_title();
    learn_down_help_text();
    learn_down_help_more();
    learn_fact_down_default(figure: &str);
    learn_fact_down_cap(figure: &str);
    learn_fact_down_guidance(figure: &str);
    learn_fact_down_quick(figure: &str);
    learn_fact_down_slow(figure: &str);
    learn_fact_down_buprenorphine(figure: &str);

    // Learn: self-care
    learn_care_title();
    learn_care_lead();
    learn_care_water_title();
    learn_care_water_text();
    learn_care_food_title();
    learn_care_food_text();
    learn_care_sleep_title();
    learn_care_sleep_text();
    learn_care_move_title();
    learn_care_move_text();
    learn_care_breath_title();
    learn_care_breath_text();
    learn_care_people_title();
    learn_care_people_text();
    learn_fact_care_in(figure: &str);
    learn_fact_care_out(figure: &str);

    // Learn: drug tests
    learn_tests_title();
    learn_tests_lead();
    learn_tests_which_title();
    learn_tests_which_text();
    learn_tests_long_title();
    learn_tests_long_text();
    learn_tests_say_title();
    learn_tests_say_text();
    learn_fact_tests_lab();
    learn_fact_tests_urine(figure: &str);
    learn_fact_tests_blood(figure: &str);

    // Learn: what the numbers mean
    learn_numbers_title();
    learn_numbers_lead();
    learn_numbers_range_title();
    learn_numbers_range_text();
    learn_numbers_range_more();
    learn_numbers_scale_title();
    learn_numbers_scale_text();
    learn_numbers_grade_title();
    learn_numbers_grade_text();
    learn_numbers_grade_line(letter: &str, grounds: &str);
    learn_numbers_silence_title();
    learn_numbers_silence_text();
    learn_numbers_silence_more();
    learn_numbers_limits_title();
    learn_numbers_limits_text();
    learn_fact_numbers_mild(figure: &str);
    learn_fact_numbers_moderate(figure: &str);
    learn_fact_numbers_severe(figure: &str);

    // Learn: what Ebb is not
    learn_not_title();
    learn_not_lead();
    learn_not_doctor_title();
    learn_not_doctor_text();
    learn_not_dose_title();
    learn_not_dose_text();
    learn_not_emergency_title();
    learn_not_emergency_text();
    learn_not_judge_title();
    learn_not_judge_text();
    learn_not_seller_title();
    learn_not_seller_text();
}

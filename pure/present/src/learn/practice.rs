//! The pages on what to do and how to read Ebb: mixing, cutting down, care, tests, numbers, what Ebb is not. Which row stands
//! where; no words.

use super::FactDraft::{Row, Source};
use super::Paragraph::{Grades, Text};
use super::{PageDraft, seen, text};
use crate::words::Words;
use ebb_evidence::cited;

pub(super) const PAGES: &[PageDraft] = &[
    PageDraft {
        slug: "mixing",
        title: Words::learn_mixing_title,
        lead: Words::learn_mixing_lead,
        sections: &[
            seen(
                Words::learn_mixing_breath_title,
                &[
                    Text(Words::learn_mixing_breath_text),
                    Text(Words::learn_mixing_breath_more),
                ],
                &[
                    Row(cited::HARM_KRATOM_INVOLVED_DEATHS, Words::learn_fact_mixing_involved),
                    Row(cited::HARM_KRATOM_ALONE_DEATHS, Words::learn_fact_mixing_alone),
                    Row(cited::NALOXONE_WEARS_OFF, Words::learn_fact_mixing_naloxone),
                ],
            ),
            seen(
                Words::learn_mixing_heart_title,
                &[Text(Words::learn_mixing_heart_text)],
                &[
                    Source("leong2021", Words::learn_fact_mixing_heart),
                    Source("striley2022", Words::learn_fact_mixing_seizure),
                    Source("brooks2022", Words::learn_fact_mixing_serotonin),
                ],
            ),
            seen(
                Words::learn_mixing_medicine_title,
                &[Text(Words::learn_mixing_medicine_text)],
                &[Row(cited::MIDAZOLAM_AUC_RATIO, Words::learn_fact_mixing_midazolam)],
            ),
            text(
                Words::learn_mixing_do_title,
                &[Text(Words::learn_mixing_do_text), Text(Words::learn_mixing_do_more)],
            ),
        ],
    },
    PageDraft {
        slug: "cutting-down-and-stopping",
        title: Words::learn_down_title,
        lead: Words::learn_down_lead,
        sections: &[
            text(
                Words::learn_down_ways_title,
                &[Text(Words::learn_down_ways_text), Text(Words::learn_down_ways_more)],
            ),
            seen(
                Words::learn_down_pace_title,
                &[Text(Words::learn_down_pace_text), Text(Words::learn_down_pace_more)],
                &[
                    Row(cited::TAPER_DEFAULT_STEP, Words::learn_fact_down_default),
                    Row(cited::TAPER_HARD_CAP, Words::learn_fact_down_cap),
                    Row(cited::TAPER_HHS_STEP, Words::learn_fact_down_guidance),
                    Row(cited::TAPER_SEVEN_DAYS_THREE_MONTHS, Words::learn_fact_down_quick),
                    Row(cited::TAPER_TWENTY_EIGHT_DAYS_THREE_MONTHS, Words::learn_fact_down_slow),
                ],
            ),
            text(
                Words::learn_down_ebb_title,
                &[Text(Words::learn_down_ebb_text), Text(Words::learn_down_ebb_more)],
            ),
            seen(
                Words::learn_down_help_title,
                &[Text(Words::learn_down_help_text), Text(Words::learn_down_help_more)],
                &[Row(
                    cited::BUPRENORPHINE_CASES_NEGATIVE,
                    Words::learn_fact_down_buprenorphine,
                )],
            ),
        ],
    },
    PageDraft {
        slug: "self-care",
        title: Words::learn_care_title,
        lead: Words::learn_care_lead,
        sections: &[
            text(Words::learn_care_water_title, &[Text(Words::learn_care_water_text)]),
            text(Words::learn_care_food_title, &[Text(Words::learn_care_food_text)]),
            text(Words::learn_care_sleep_title, &[Text(Words::learn_care_sleep_text)]),
            text(Words::learn_care_move_title, &[Text(Words::learn_care_move_text)]),
            seen(
                Words::learn_care_breath_title,
                &[Text(Words::learn_care_breath_text)],
                &[
                    Row(cited::BREATHING_IN, Words::learn_fact_care_in),
                    Row(cited::BREATHING_OUT, Words::learn_fact_care_out),
                ],
            ),
            text(Words::learn_care_people_title, &[Text(Words::learn_care_people_text)]),
        ],
    },
    PageDraft {
        slug: "drug-tests",
        title: Words::learn_tests_title,
        lead: Words::learn_tests_lead,
        sections: &[
            seen(
                Words::learn_tests_which_title,
                &[Text(Words::learn_tests_which_text)],
                &[Source("lab_catalog", Words::learn_fact_tests_lab)],
            ),
            seen(
                Words::learn_tests_long_title,
                &[Text(Words::learn_tests_long_text)],
                &[
                    Row(cited::DRUG_TEST_URINE_WINDOW, Words::learn_fact_tests_urine),
                    Row(cited::DRUG_TEST_BLOOD_WINDOW, Words::learn_fact_tests_blood),
                ],
            ),
            text(Words::learn_tests_say_title, &[Text(Words::learn_tests_say_text)]),
        ],
    },
    PageDraft {
        slug: "what-the-numbers-mean",
        title: Words::learn_numbers_title,
        lead: Words::learn_numbers_lead,
        sections: &[
            text(
                Words::learn_numbers_range_title,
                &[
                    Text(Words::learn_numbers_range_text),
                    Text(Words::learn_numbers_range_more),
                ],
            ),
            seen(
                Words::learn_numbers_scale_title,
                &[Text(Words::learn_numbers_scale_text)],
                &[
                    Row(cited::WITHDRAWAL_SCALE_SIXTEEN_MILD, Words::learn_fact_numbers_mild),
                    Row(
                        cited::WITHDRAWAL_SCALE_SIXTEEN_MODERATE,
                        Words::learn_fact_numbers_moderate,
                    ),
                    Row(cited::WITHDRAWAL_SCALE_SIXTEEN_SEVERE, Words::learn_fact_numbers_severe),
                ],
            ),
            text(
                Words::learn_numbers_grade_title,
                &[Text(Words::learn_numbers_grade_text), Grades],
            ),
            text(
                Words::learn_numbers_silence_title,
                &[
                    Text(Words::learn_numbers_silence_text),
                    Text(Words::learn_numbers_silence_more),
                ],
            ),
            text(
                Words::learn_numbers_limits_title,
                &[Text(Words::learn_numbers_limits_text)],
            ),
        ],
    },
    PageDraft {
        slug: "what-ebb-is-not",
        title: Words::learn_not_title,
        lead: Words::learn_not_lead,
        sections: &[
            text(Words::learn_not_doctor_title, &[Text(Words::learn_not_doctor_text)]),
            text(Words::learn_not_dose_title, &[Text(Words::learn_not_dose_text)]),
            text(
                Words::learn_not_emergency_title,
                &[Text(Words::learn_not_emergency_text)],
            ),
            text(Words::learn_not_judge_title, &[Text(Words::learn_not_judge_text)]),
            text(Words::learn_not_seller_title, &[Text(Words::learn_not_seller_text)]),
        ],
    },
];

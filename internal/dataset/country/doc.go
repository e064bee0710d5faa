// Package country names states and territories by ISO 3166-1 alpha-3, from what data sets call them: alpha-2 and numeric codes,
// numbers of the Correlates of War, and names in English with the spellings in use. Bodies that are gone (the Soviet Union, Yugoslavia)
// keep the code they had; Kosovo, which ISO does not list, is KOS as in PLOVER.
//
// It answers from its table or not at all: no name is completed, corrected or guessed. It is not for who was a member of what on
// which day (internal/dataset/unga knows that of the United Nations) and not for actors other than states.
package country

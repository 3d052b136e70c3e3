/** Runs of customer models and the scores that they leave on the timelines as facts. */
@NullMarked
package io.millrace.models.scores;

import org.jspecify.annotations.NullMarked;

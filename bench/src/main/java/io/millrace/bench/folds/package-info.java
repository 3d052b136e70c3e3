/** The kernel's folds against the best DuckDB SQL for the same results. */
@NullMarked
package io.millrace.bench.folds;

import org.jspecify.annotations.NullMarked;

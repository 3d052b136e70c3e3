/** A small seeded property-test harness: generate, check, shrink, report the seed. */
@NullMarked
package io.millrace.kernel.property;

import org.jspecify.annotations.NullMarked;

/** The routes of {@code orders}. */
@NullMarked
package io.millrace.orders.web;

import org.jspecify.annotations.NullMarked;

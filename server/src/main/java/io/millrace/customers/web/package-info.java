/** Customers over HTTP. */
@NullMarked
package io.millrace.customers.web;

import org.jspecify.annotations.NullMarked;

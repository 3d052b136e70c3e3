/** The overview and the spread of value over HTTP. */
@NullMarked
package io.millrace.insights.web;

import org.jspecify.annotations.NullMarked;

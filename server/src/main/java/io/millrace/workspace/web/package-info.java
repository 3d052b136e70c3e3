/** How a request says as of when it asks. */
@NullMarked
package io.millrace.workspace.web;

import org.jspecify.annotations.NullMarked;

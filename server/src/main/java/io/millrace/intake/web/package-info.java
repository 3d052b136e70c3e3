/** HTTP of the intake: the ingestion servlet, and the inbox's routes. */
@NullMarked
package io.millrace.intake.web;

import org.jspecify.annotations.NullMarked;

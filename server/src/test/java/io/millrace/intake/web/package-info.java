@NullMarked
package io.millrace.intake.web;

import org.jspecify.annotations.NullMarked;

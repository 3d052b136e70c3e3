package io.millrace.jobs;

import java.sql.SQLException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells an outage of the database from a mistake in a statement. */
final class Outage {
    private Outage() {}

    static boolean caused(RuntimeException failure) {
        if (failure instanceof DataAccessResourceFailureException
                || failure instanceof RecoverableDataAccessException
                || failure instanceof TransientDataAccessException
                || failure instanceof CannotCreateTransactionException
                || failure instanceof TransactionSystemException) {
            return true;
        }
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && lostConnection(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean lostConnection(@org.jspecify.annotations.Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
}

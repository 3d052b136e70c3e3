package io.millrace.database;

/**
 * The embedded server's configuration.
 *
 * @param durable false only in tests: what is lost with the machine is then lost
 */
record PostgresSettings(boolean durable, int sharedMegabytes, int connections) {
    static final PostgresSettings PRODUCT = new PostgresSettings(true, 512, 60);
    static final PostgresSettings THROWAWAY = new PostgresSettings(false, 128, 100);

    /** The text of the file that postgresql.conf includes. */
    String text() {
        String safe = durable ? "on" : "off";
        return """
        # Written by Millrace at every start; changes are lost.
        listen_addresses = '127.0.0.1'
        unix_socket_directories = ''
        max_connections = %d
        fsync = %s
        synchronous_commit = %s
        full_page_writes = %s
        shared_buffers = %dMB
        work_mem = 16MB
        maintenance_work_mem = 256MB
        effective_cache_size = 2GB
        wal_compression = pglz
        max_wal_size = 4GB
        min_wal_size = 256MB
        checkpoint_timeout = 15min
        checkpoint_completion_target = 0.9
        random_page_cost = 1.1
        jit = off
        timezone = 'UTC'
        log_timezone = 'UTC'
        log_min_messages = warning
        log_checkpoints = off
        idle_in_transaction_session_timeout = 15min
        """
                .formatted(connections, safe, safe, safe, sharedMegabytes);
    }
}

package org.fairlead.launcher.postgres;

/** Who may do what in the database; the migrations grant, the launcher makes the roles. */
public enum DatabaseRole {
    /** Owns every table and runs migrations; the server never has its password. */
    OWNER("fairlead_owner"),
    /** Pages, REST, low-rate listeners; row-level security shows the clients in its scope only. */
    APP("fairlead_app"),
    /** The listed entry points whose work spans all clients. */
    ENGINE("fairlead_engine");

    private final String role;

    DatabaseRole(String role) {
        this.role = role;
    }

    /** The name in PostgreSQL. */
    public String role() {
        return role;
    }
}

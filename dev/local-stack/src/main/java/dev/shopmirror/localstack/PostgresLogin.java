package dev.shopmirror.localstack;

/** The logins of a deployment, as the services use them. Each is a member of the group role its service is granted. */
public enum PostgresLogin {
    SYNC("sync_service", "shopmirror_sync"),
    ADMIN("admin_api", "shopmirror_admin");

    private final String username;
    private final String group;

    PostgresLogin(String username, String group) {
        this.username = username;
        this.group = group;
    }

    public String username() {
        return username;
    }

    /** A local engine listens on the loopback address alone; its passwords protect nothing. */
    public String password() {
        return "local";
    }

    String group() {
        return group;
    }
}

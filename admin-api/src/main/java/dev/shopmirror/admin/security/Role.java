package dev.shopmirror.admin.security;

/** Roles of the {@code groups} claim. An operator is a viewer too, see {@code quarkus.http.auth.roles-mapping}. */
public final class Role {

    public static final String VIEWER = "viewer";
    public static final String OPERATOR = "operator";

    private Role() {}
}

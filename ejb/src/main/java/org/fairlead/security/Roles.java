package org.fairlead.security;

/** Role names, as Keycloak's realm has them and {@code @RolesAllowed} asks for them. */
public final class Roles {

    public static final String AGENT = "agent";
    public static final String SUPERVISOR = "supervisor";
    public static final String ACCOUNT_MANAGER = "account-manager";
    public static final String BPO_ADMIN = "bpo-admin";
    public static final String COMPLIANCE_OFFICER = "compliance-officer";
    /** Another system, through the API. */
    public static final String INTEGRATION = "integration";

    private Roles() {}
}

package vn.hue.earchive.local.stack;

/** What a person reads when the suite is up. */
final class Welcome {

    private Welcome() {}

    static String text(String gateway, String keycloak) {
        return """

        The suite is up. Everything goes through the gateway:

            %1$s            try it: %1$s/try

        Demo users (password of all: %3$s; they see their own agency only)

            An Cựu ward   clerk.ancuu specialist.ancuu head.ancuu leader.ancuu archivist.ancuu reader.ancuu
            Vỹ Dạ ward    clerk.vyda  specialist.vyda  head.vyda  leader.vyda  archivist.vyda  reader.vyda
            city of Huế   operator.hue auditor.hue historian.hue director.hue council.hue reader.hue

        A token, and a first request:

            TOKEN=$(curl -s %2$s/realms/earchive/protocol/openid-connect/token \\
              -d grant_type=password -d client_id=earchive-cli \\
              -d username=clerk.ancuu -d password=%3$s | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
            curl -s -H "Authorization: Bearer $TOKEN" "%1$s/v1/incoming-documents"

        deploy/status tells how it is, deploy/down stops it; its data stays. Demo users and keys: not for production.
        """
                .formatted(gateway, keycloak, DemoData.PASSWORD);
    }
}

package vn.hue.earchive.signature;

import eu.europa.esig.dss.validation.SignedDocumentValidator;

/** Name and version of what judges signatures. */
final class Tool {

    static final String NAME = name();

    private Tool() {}

    private static String name() {
        String version = SignedDocumentValidator.class.getPackage().getImplementationVersion();
        return "EU DSS " + (version == null ? "6.4" : version) + ", policy earchive-1";
    }
}

package vn.hue.earchive.document.edxml;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.document.arrival.Doubt;
import vn.hue.earchive.document.arrival.Proposal;
import vn.hue.earchive.document.edxml.MessageLife.Command;
import vn.hue.earchive.document.edxml.MessageLife.Kind;
import vn.hue.earchive.document.organisation.Agencies;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;

/** Received messages as their reader sees them, with what a person must look at. */
@ApplicationScoped
class EdxmlViews {

    private final EdxmlMessages messages;
    private final OrganAliases aliases;
    private final Agencies agencies;
    private final Validation validation;
    private final Actions actions;

    EdxmlViews(
            EdxmlMessages messages,
            OrganAliases aliases,
            Agencies agencies,
            Validation validation,
            Actions actions) {
        this.messages = messages;
        this.aliases = aliases;
        this.agencies = agencies;
        this.validation = validation;
        this.actions = actions;
    }

    EdxmlView of(EdxmlMessage message) {
        EdxmlHeader header = messages.header(message);
        Proposal proposal = message.proposal() == null ? null : messages.proposal(message);
        return new EdxmlView(
                message.id(),
                message.kind().name(),
                message.state().name(),
                message.key().organId(),
                header.organName(),
                message.key().documentId(),
                message.key().businessType(),
                message.statusCode(),
                header.isStatus() ? header.statusDescription() : header.businessReason(),
                message.size(),
                message.sha256(),
                proposal,
                problems(message, header, proposal).found(),
                message.relatedId(),
                message.documentId(),
                message.receivedAt(),
                message.receivedBy(),
                message.decidedAt(),
                message.decidedBy(),
                message.reason(),
                allowed(message));
    }

    private List<String> allowed(EdxmlMessage message) {
        List<String> operations = new ArrayList<>();
        if (message.may(Command.REGISTER)) {
            operations.add("registerEdxmlMessage");
        }
        if (message.may(Command.RETURN)) {
            operations.add("returnEdxmlMessage");
        }
        if (message.may(Command.ACCEPT)) {
            operations.add("acceptEdxmlMessage");
        }
        if (message.may(Command.REFUSE)) {
            operations.add("refuseEdxmlMessage");
        }
        return actions.allowed(operations.toArray(String[]::new));
    }

    /** What a person must fill in or look at before deciding about the message. */
    Findings problems(EdxmlMessage message, EdxmlHeader header, @Nullable Proposal proposal) {
        Findings findings = validation.begin();
        if (message.kind() == Kind.STATUS) {
            return findings;
        }
        findings.addUnless(isForUs(message, header), "/To", "ADDRESSEE_NOT_US");
        findings.addUnless(
                !message.kind().changesDocument() || message.relatedId() != null,
                "/Bussiness",
                "TARGET_UNKNOWN",
                Objects.requireNonNullElse(message.targetKey(), message.documentKey()));
        for (Doubt doubt : Objects.requireNonNullElse(header.doubts(), List.<Doubt>of())) {
            doubt.addTo(findings);
        }
        if (proposal != null) {
            proposal.addMissingTo(findings);
        }
        return findings;
    }

    /** True also when the message names no receiver: some senders leave it to the bus. */
    private boolean isForUs(EdxmlMessage message, EdxmlHeader header) {
        List<String> receivers = Objects.requireNonNullElse(header.receivers(), List.of());
        String ours = agencies.require(message.agencyId()).code();
        return receivers.isEmpty()
                || receivers.stream().anyMatch(r -> aliases.present(r).equals(ours));
    }
}

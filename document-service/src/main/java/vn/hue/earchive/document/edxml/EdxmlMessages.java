package vn.hue.earchive.document.edxml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import vn.hue.earchive.document.access.Actions;
import vn.hue.earchive.document.edxml.EdxmlMessage.NaturalKey;
import vn.hue.earchive.document.numbering.DocumentNumber;
import vn.hue.earchive.document.validation.Findings;
import vn.hue.earchive.document.validation.Validation;

/** Received messages and their views. */
@ApplicationScoped
class EdxmlMessages implements PanacheRepositoryBase<EdxmlMessage, UUID> {

    private final ObjectMapper json;
    private final Validation validation;
    private final Actions actions;

    EdxmlMessages(ObjectMapper json, Validation validation, Actions actions) {
        this.json = json;
        this.validation = validation;
        this.actions = actions;
    }

    Optional<EdxmlMessage> same(NaturalKey key) {
        return find(
                        "organId = ?1 and externalDocumentId = ?2 and businessType = ?3",
                        key.organId(),
                        key.documentId(),
                        key.businessType())
                .firstResultOptional();
    }

    String write(Proposal proposal) {
        try {
            return json.writeValueAsString(proposal);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    Proposal proposal(EdxmlMessage message) {
        try {
            return json.readValue(message.proposal(), Proposal.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    EdxmlView view(EdxmlMessage message) {
        Proposal proposal = proposal(message);
        boolean open = message.state().equals("RECEIVED");
        return new EdxmlView(
                message.id(),
                message.state(),
                message.key().organId(),
                message.key().documentId(),
                message.key().businessType(),
                message.size(),
                message.sha256(),
                proposal,
                problems(proposal).found(),
                message.documentId(),
                message.receivedAt(),
                message.receivedBy(),
                open ? actions.allowed("registerEdxmlMessage") : List.of());
    }

    private Findings problems(Proposal proposal) {
        Findings findings = validation.begin();
        findings.addUnless(proposal.typeCode() != null, "/typeCode", "REQUIRED");
        findings.addUnless(proposal.issuedDate() != null, "/issuedDate", "REQUIRED");
        findings.addUnless(proposal.issuerName() != null, "/issuerName", "REQUIRED");
        findings.addUnless(proposal.subject() != null, "/subject", "REQUIRED");
        findings.addUnless(proposal.pageCount() != null, "/pageCount", "REQUIRED");
        String number = proposal.number();
        String notation = proposal.notation();
        if (number == null || notation == null) {
            findings.add("/number", "REQUIRED");
        } else {
            findings.addUnless(
                    DocumentNumber.of(number, notation).isPresent(),
                    "/number",
                    "NUMBER_FORMAT",
                    number + "/" + notation);
        }
        findings.addUnless(!proposal.files().isEmpty(), "/files", "NO_ATTACHMENT");
        return findings.add("/files", "SIGNATURES_NOT_CHECKED");
    }
}

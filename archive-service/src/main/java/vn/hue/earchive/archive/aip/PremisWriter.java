package vn.hue.earchive.archive.aip;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.aip.AipDescription.Source;
import vn.hue.earchive.archive.aip.PackagePlan.DataFile;

/**
 * The two PREMIS 3.0 files of an AIP: of the package (dossier, source, what was done to the whole)
 * and of its representation (files, what was done to each).
 */
final class PremisWriter {

    static final String SOFTWARE_NAME = "Hệ thống quản lý tài liệu lưu trữ số";
    private static final String SOFTWARE = "software:archive-service";

    private final PackagePlan plan;
    private final AipIds ids;
    private final AipDescription aip;
    private final String softwareVersion;

    PremisWriter(PackagePlan plan, String softwareVersion) {
        this.plan = plan;
        this.ids = plan.ids();
        this.aip = plan.aip();
        this.softwareVersion = softwareVersion;
    }

    byte[] packageLevel(AipChecks checks) {
        Source source = aip.source();
        String creationId = ids.uuid("premis event creation");
        Xml xml = premis();
        xml.open("premis:object", "xsi:type", "premis:intellectualEntity");
        identifier(xml, "premis:objectIdentifier", "URN", aip.objId());
        identifier(xml, "premis:objectIdentifier", "arcFileCode", aip.arcFileCode());
        xml.leaf("premis:originalName", source.identifier());
        relationship(xml, "structural", "has part", "UUID", ids.representation(), null);
        relationship(
                xml,
                "derivation",
                "has source",
                source.identifierType(),
                source.identifier(),
                creationId);
        xml.close();
        xml.open("premis:object", "xsi:type", "premis:intellectualEntity");
        identifier(xml, "premis:objectIdentifier", source.identifierType(), source.identifier());
        identifier(
                xml, "premis:objectIdentifier", "fileCode", aip.dossier().description().fileCode());
        xml.close();
        List<PremisEvent> events =
                checks.events().stream().filter(e -> e.fileIds().isEmpty()).toList();
        for (int i = 0; i < events.size(); i++) {
            packageEvent(xml, ids.uuid("premis package event " + i), events.get(i), false);
        }
        packageEvent(
                xml,
                creationId,
                new PremisEvent(
                        PremisEvent.Type.PACKAGE_CREATION,
                        aip.createdAt(),
                        "Tạo AIP từ hồ sơ nộp lưu",
                        PremisEvent.Outcome.SUCCESS,
                        null,
                        List.of()),
                true);
        return agents(xml).close().toBytes();
    }

    byte[] representation(AipChecks checks) {
        List<DataFile> files = plan.files();
        Map<UUID, String> objectIds =
                files.stream()
                        .collect(
                                Collectors.toMap(
                                        f -> f.description().fileId(), DataFile::objectId));
        Xml xml = premis();
        xml.open("premis:object", "xsi:type", "premis:representation");
        identifier(xml, "premis:objectIdentifier", "UUID", ids.representation());
        xml.leaf("premis:originalName", "rep1");
        relationship(xml, "structural", "is part of", "URN", aip.objId(), null);
        for (DataFile file : files) {
            relationship(xml, "structural", "has part", "UUID", file.objectId(), null);
        }
        xml.close();
        for (DataFile file : files) {
            fileObject(xml, file, BuildAip.formatOf(checks, file));
        }
        List<PremisEvent> events =
                checks.events().stream().filter(e -> !e.fileIds().isEmpty()).toList();
        for (int i = 0; i < events.size(); i++) {
            fileEvent(xml, ids.uuid("premis file event " + i), events.get(i), objectIds, "source");
        }
        if (!files.isEmpty()) {
            fileEvent(
                    xml,
                    ids.uuid("premis event digests"),
                    new PremisEvent(
                            PremisEvent.Type.MESSAGE_DIGEST_CALCULATION,
                            aip.createdAt(),
                            "Tính mã băm SHA-256, khớp với mã băm trong bản kê nộp lưu",
                            PremisEvent.Outcome.SUCCESS,
                            null,
                            files.stream().map(f -> f.description().fileId()).toList()),
                    objectIds,
                    "outcome");
        }
        return agents(xml).close().toBytes();
    }

    private void fileObject(Xml xml, DataFile file, FormatId format) {
        xml.open("premis:object", "xsi:type", "premis:file");
        identifier(xml, "premis:objectIdentifier", "UUID", file.objectId());
        xml.open("premis:objectCharacteristics");
        xml.leaf("premis:compositionLevel", "0");
        xml.open("premis:fixity");
        xml.leaf("premis:messageDigestAlgorithm", "SHA-256");
        xml.leaf("premis:messageDigest", file.description().sha256().toUpperCase(Locale.ROOT));
        xml.leaf("premis:messageDigestOriginator", SOFTWARE).close();
        xml.leaf("premis:size", Long.toString(file.description().size()));
        xml.open("premis:format").open("premis:formatDesignation");
        xml.leaf("premis:formatName", format.name());
        if (format.version() != null) {
            xml.leaf("premis:formatVersion", format.version());
        }
        xml.close();
        if (format.puid() != null) {
            xml.open("premis:formatRegistry");
            xml.leaf("premis:formatRegistryName", "PRONOM");
            xml.leaf("premis:formatRegistryKey", format.puid()).close();
        }
        xml.close().close();
        xml.leaf("premis:originalName", file.description().name());
        xml.open("premis:storage").open("premis:contentLocation");
        xml.leaf("premis:contentLocationType", "relative path in package");
        xml.leaf("premis:contentLocationValue", file.path()).close();
        xml.leaf("premis:storageMedium", "hard disk").close();
        relationship(xml, "structural", "is part of", "UUID", ids.representation(), null);
        xml.close();
    }

    private void packageEvent(Xml xml, String id, PremisEvent event, boolean creation) {
        openEvent(xml, id, event);
        String role =
                switch (event.type()) {
                    case INGESTION -> "authorizer";
                    case VALIDATION -> "validator";
                    case PACKAGE_CREATION -> "implementer";
                    case VIRUS_CHECK,
                            FORMAT_IDENTIFICATION,
                            DIGITAL_SIGNATURE_VALIDATION,
                            MESSAGE_DIGEST_CALCULATION ->
                            null;
                };
        if (role != null) {
            linkAgent(xml, aip.archive().code(), role);
        }
        linkAgent(xml, SOFTWARE, "executing program");
        linkObject(xml, aip.source().identifierType(), aip.source().identifier(), "source");
        if (creation) {
            linkObject(xml, "URN", aip.objId(), "outcome");
        }
        xml.close();
    }

    private static void fileEvent(
            Xml xml, String id, PremisEvent event, Map<UUID, String> objectIds, String role) {
        openEvent(xml, id, event);
        linkAgent(xml, SOFTWARE, "executing program");
        for (UUID fileId : event.fileIds()) {
            String objectId = objectIds.get(fileId);
            if (objectId == null) {
                throw new IllegalArgumentException(
                        "event about a file that is not here: " + fileId);
            }
            linkObject(xml, "UUID", objectId, role);
        }
        xml.close();
    }

    private static void openEvent(Xml xml, String id, PremisEvent event) {
        xml.open("premis:event");
        identifier(xml, "premis:eventIdentifier", "UUID", id);
        xml.leaf("premis:eventType", event.type().term());
        xml.leaf("premis:eventDateTime", Texts.instant(event.at()));
        xml.open("premis:eventDetailInformation");
        xml.leaf("premis:eventDetail", event.detail()).close();
        xml.open("premis:eventOutcomeInformation");
        xml.leaf("premis:eventOutcome", event.outcome().term());
        if (event.outcomeNote() != null) {
            xml.open("premis:eventOutcomeDetail");
            xml.leaf("premis:eventOutcomeDetailNote", event.outcomeNote()).close();
        }
        xml.close();
    }

    private Xml agents(Xml xml) {
        xml.open("premis:agent");
        identifier(xml, "premis:agentIdentifier", "local", aip.archive().code());
        xml.leaf("premis:agentName", aip.archive().name());
        xml.leaf("premis:agentType", "organization").close();
        xml.open("premis:agent");
        identifier(xml, "premis:agentIdentifier", "local", SOFTWARE);
        xml.leaf("premis:agentName", SOFTWARE_NAME);
        xml.leaf("premis:agentType", "software");
        xml.leaf("premis:agentVersion", softwareVersion);
        xml.leaf("premis:agentNote", "Tạo gói, tính mã băm, kiểm tra gói").close();
        return xml;
    }

    private static Xml premis() {
        return new Xml()
                .open(
                        "premis:premis",
                        "xmlns:premis",
                        "http://www.loc.gov/premis/v3",
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance",
                        "version",
                        "3.0");
    }

    private static void linkAgent(Xml xml, String agent, String role) {
        xml.open("premis:linkingAgentIdentifier");
        xml.leaf("premis:linkingAgentIdentifierType", "local");
        xml.leaf("premis:linkingAgentIdentifierValue", agent);
        xml.leaf("premis:linkingAgentRole", role).close();
    }

    private static void linkObject(Xml xml, String type, String value, String role) {
        xml.open("premis:linkingObjectIdentifier");
        xml.leaf("premis:linkingObjectIdentifierType", type);
        xml.leaf("premis:linkingObjectIdentifierValue", value);
        xml.leaf("premis:linkingObjectRole", role).close();
    }

    private static void identifier(Xml xml, String element, String type, String value) {
        xml.open(element);
        xml.leaf(element + "Type", type);
        xml.leaf(element + "Value", value).close();
    }

    private static void relationship(
            Xml xml,
            String type,
            String subType,
            String relatedType,
            String related,
            @Nullable String eventId) {
        xml.open("premis:relationship");
        xml.leaf("premis:relationshipType", type);
        xml.leaf("premis:relationshipSubType", subType);
        identifier(xml, "premis:relatedObjectIdentifier", relatedType, related);
        if (eventId != null) {
            identifier(xml, "premis:relatedEventIdentifier", "UUID", eventId);
        }
        xml.close();
    }
}

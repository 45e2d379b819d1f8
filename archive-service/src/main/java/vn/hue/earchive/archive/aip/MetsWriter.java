package vn.hue.earchive.archive.aip;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.hue.earchive.archive.aip.AipDescription.Party;
import vn.hue.earchive.archive.aip.PackagePlan.DataFile;
import vn.hue.earchive.archive.aip.PackagePlan.DataItem;

/**
 * The two METS files of an AIP: of the package and of its only representation. Form: E-ARK CSIP
 * 2.0.4 as Circular 05/2025 uses it (domain.md section 3); where the two differ the Circular wins
 * and the deviation stands in the committed list of accepted findings.
 */
final class MetsWriter {

    private static final String PACKAGE_PROFILE = "http://www.ra.ee/METS/v01/IP.xml";
    private static final String REPRESENTATION_PROFILE =
            "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml";
    private static final String REP_METS = "representations/rep1/METS.xml";

    private final PackagePlan plan;
    private final AipIds ids;
    private final AipDescription aip;
    private final String softwareVersion;
    private final String created;

    MetsWriter(PackagePlan plan, String softwareVersion) {
        this.plan = plan;
        this.ids = plan.ids();
        this.aip = plan.aip();
        this.softwareVersion = softwareVersion;
        this.created = Texts.instant(aip.createdAt());
    }

    byte[] representation(List<Rendered> descriptions, Rendered premis, AipChecks checks) {
        Xml xml = mets("rep1", "rep1 - " + title(), REPRESENTATION_PROFILE, "../../schemas/");
        header(xml, false);
        String premisId = ids.xml("rep1 digiprovMD");
        for (int i = 0; i < plan.items().size(); i++) {
            DataItem item = plan.items().get(i);
            description(xml, item.dmdId(), item.descriptionPath(), descriptions.get(i));
        }
        preservation(xml, "rep1", premisId, "metadata/preservation/PREMIS_rep1.xml", premis);
        xml.open("fileSec", "ID", ids.xml("rep1 fileSec"));
        String dataId = ids.xml("rep1 fileGrp data");
        xml.open("fileGrp", "ID", dataId, "USE", "Data");
        for (DataItem item : plan.items()) {
            for (DataFile file : item.files()) {
                FormatId format = BuildAip.formatOf(checks, file);
                file(
                        xml,
                        file.xmlId(),
                        format.mimeType(),
                        Long.toString(file.description().size()),
                        file.description().sha256(),
                        item.dmdId(),
                        premisId,
                        "data/" + file.name());
            }
        }
        xml.close().close();
        xml.open("structMap", "ID", ids.xml("rep1 structMap"), "TYPE", "PHYSICAL", "LABEL", "CSIP");
        xml.open("div", "ID", ids.xml("rep1 div"), "LABEL", "rep1", "TYPE", "NORMALIZED");
        String dmdIds = String.join(" ", plan.items().stream().map(DataItem::dmdId).toList());
        xml.empty(
                "div",
                "ID",
                ids.xml("rep1 div metadata"),
                "LABEL",
                "Metadata",
                "DMDID",
                dmdIds.isEmpty() ? null : dmdIds,
                "ADMID",
                premisId);
        xml.open("div", "ID", ids.xml("rep1 div data"), "LABEL", "Data");
        xml.empty("fptr", "FILEID", dataId);
        plan.items().forEach(item -> itemDiv(xml, item, premisId));
        return xml.close().close().close().close().toBytes();
    }

    byte[] packageLevel(Rendered ead, Rendered premis, Rendered representation) {
        Xml xml = mets(aip.objId(), title(), PACKAGE_PROFILE, "schemas/");
        header(xml, true);
        String dmdId = ids.xml("dmdSec");
        String premisId = ids.xml("digiprovMD");
        description(xml, dmdId, ead.path(), ead);
        preservation(xml, "", premisId, premis.path(), premis);
        String schemasId = ids.xml("fileGrp schemas");
        String repId = ids.xml("fileGrp rep1");
        xml.open("fileSec", "ID", ids.xml("fileSec"));
        xml.open("fileGrp", "ID", schemasId, "USE", "Schemas");
        for (SchemaFile schema : plan.schemas()) {
            file(
                    xml,
                    ids.file(schema.path()),
                    "application/xml",
                    Integer.toString(schema.size()),
                    schema.sha256(),
                    null,
                    null,
                    schema.path());
        }
        xml.close();
        xml.open(
                "fileGrp",
                "ID",
                repId,
                "USE",
                "Representations/rep1",
                "csip:CONTENTINFORMATIONTYPE",
                "MIXED");
        file(
                xml,
                ids.file(REP_METS),
                "application/xml",
                representation.size(),
                representation.sha256(),
                null,
                null,
                REP_METS);
        xml.close().close();
        xml.open("structMap", "ID", ids.xml("structMap"), "TYPE", "PHYSICAL", "LABEL", "CSIP");
        xml.open("div", "ID", ids.xml("div"), "LABEL", aip.objId());
        xml.empty(
                "div",
                "ID",
                ids.xml("div metadata"),
                "LABEL",
                "Metadata",
                "DMDID",
                dmdId,
                "ADMID",
                premisId);
        xml.open("div", "ID", ids.xml("div schemas"), "LABEL", "Schemas");
        xml.empty("fptr", "FILEID", schemasId).close();
        xml.open("div", "ID", ids.xml("div rep1"), "LABEL", "Representations/rep1");
        xml.empty(
                "mptr",
                "LOCTYPE",
                "URL",
                "xlink:type",
                "simple",
                "xlink:href",
                REP_METS,
                "xlink:title",
                repId);
        return xml.close().close().close().close().toBytes();
    }

    private void itemDiv(Xml xml, DataItem item, String premisId) {
        xml.open(
                "div",
                "ID",
                ids.xml("rep1 div document " + item.ordinal()),
                "LABEL",
                "MetadataLink/File",
                "ORDER",
                Integer.toString(item.ordinal()),
                "DMDID",
                item.dmdId(),
                "ADMID",
                premisId);
        for (DataFile file : item.files()) {
            if (file.main()) {
                xml.empty("fptr", "FILEID", file.xmlId());
            }
        }
        for (DataFile file : item.files()) {
            if (!file.main()) {
                xml.open(
                        "div",
                        "ID",
                        ids.xml("rep1 div file " + file.name()),
                        "LABEL",
                        "AttachmentFile");
                xml.empty("fptr", "FILEID", file.xmlId()).close();
            }
        }
        xml.close();
    }

    private Xml mets(String objId, String label, String profile, String schemas) {
        String csip = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS";
        String sip = "https://DILCIS.eu/XML/METS/SIPExtensionMETS";
        String xlink = "http://www.w3.org/1999/xlink";
        String mets = "http://www.loc.gov/METS/";
        return new Xml()
                .open(
                        "mets",
                        "xmlns",
                        mets,
                        "xmlns:xlink",
                        xlink,
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance",
                        "xmlns:csip",
                        csip,
                        "xmlns:sip",
                        sip,
                        "OBJID",
                        objId,
                        "LABEL",
                        label,
                        "TYPE",
                        "Mixed",
                        "PROFILE",
                        profile,
                        "csip:CONTENTINFORMATIONTYPE",
                        "MIXED",
                        "xsi:schemaLocation",
                        String.join(
                                " ",
                                mets,
                                schemas + "METS.xsd",
                                xlink,
                                schemas + "xlink.xsd",
                                csip,
                                schemas + "DILCISExtensionMETS.xsd",
                                sip,
                                schemas + "DILCISExtensionSIPMETS.xsd"));
    }

    private void header(Xml xml, boolean packageLevel) {
        xml.open(
                "metsHdr",
                "CREATEDATE",
                created,
                "LASTMODDATE",
                created,
                "RECORDSTATUS",
                "NEW",
                "csip:OAISPACKAGETYPE",
                "AIP");
        agent(xml, "CREATOR", aip.fonds());
        xml.open("agent", "ROLE", "CREATOR", "TYPE", "OTHER", "OTHERTYPE", "SOFTWARE");
        xml.leaf("name", PremisWriter.SOFTWARE_NAME);
        xml.leaf("note", softwareVersion, "csip:NOTETYPE", "SOFTWARE VERSION").close();
        if (packageLevel) {
            agent(xml, "ARCHIVIST", aip.fonds());
            agent(xml, "PRESERVATION", aip.archive());
        }
        xml.leaf("altRecordID", aip.submissionAgreement(), "TYPE", "SUBMISSIONAGREEMENT");
        xml.close();
    }

    private static void agent(Xml xml, String role, Party party) {
        xml.open("agent", "ROLE", role, "TYPE", "ORGANIZATION");
        xml.leaf("name", party.name());
        xml.leaf("note", party.code(), "csip:NOTETYPE", "IDENTIFICATIONCODE").close();
    }

    private void description(Xml xml, String id, String path, Rendered file) {
        xml.open("dmdSec", "ID", id, "CREATED", created, "STATUS", "CURRENT");
        mdRef(xml, ids.xml("mdRef " + file.path()), "DC", "1.0.0", path, file);
        xml.close();
    }

    private void preservation(Xml xml, String where, String id, String path, Rendered file) {
        xml.open("amdSec", "ID", ids.xml((where + " amdSec").strip()));
        xml.open("digiprovMD", "ID", id, "CREATED", created, "STATUS", "CURRENT");
        mdRef(xml, ids.xml("mdRef " + file.path()), "PREMIS", "3.0", path, file);
        xml.close().close();
    }

    private void mdRef(
            Xml xml, String id, String type, String version, String path, Rendered file) {
        xml.empty(
                "mdRef",
                "ID",
                id,
                "LOCTYPE",
                "URL",
                "MDTYPE",
                type,
                "MDTYPEVERSION",
                version,
                "MIMETYPE",
                "application/xml",
                "xlink:type",
                "simple",
                "xlink:href",
                path,
                "SIZE",
                file.size(),
                "CREATED",
                created,
                "CHECKSUM",
                file.checksum(),
                "CHECKSUMTYPE",
                "SHA-256");
    }

    private void file(
            Xml xml,
            String id,
            String mimeType,
            String size,
            String sha256,
            @Nullable String dmdId,
            @Nullable String admId,
            String href) {
        xml.open(
                "file",
                "ID",
                id,
                "MIMETYPE",
                mimeType,
                "SIZE",
                size,
                "CREATED",
                created,
                "CHECKSUM",
                sha256.toUpperCase(Locale.ROOT),
                "CHECKSUMTYPE",
                "SHA-256",
                "DMDID",
                dmdId,
                "ADMID",
                admId);
        xml.empty("FLocat", "LOCTYPE", "URL", "xlink:type", "simple", "xlink:href", href).close();
    }

    private String title() {
        return aip.dossier().description().title();
    }
}

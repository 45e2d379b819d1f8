package vn.hue.earchive.archive.pronom;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.sax.SAXResult;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import uk.gov.nationalarchives.droid.container.ContainerFile;
import uk.gov.nationalarchives.droid.container.ContainerSignature;
import uk.gov.nationalarchives.droid.core.signature.droid6.InternalSignatureCollection;
import uk.gov.nationalarchives.droid.core.signature.xml.SAXModelBuilder;

/**
 * The National Archives' signatures of files inside containers. Read here, because DROID's own
 * reader needs JAXB 2 and an old Xerces, which would become the XML parser of the service.
 */
final class ContainerSignatures {

    private final Map<String, List<ContainerSignature>> byType = new HashMap<>();
    private final Map<Integer, List<String>> puids = new HashMap<>();

    private ContainerSignatures() {}

    static ContainerSignatures read(InputStream xml) throws IOException {
        try {
            Element root =
                    DocumentBuilderFactory.newDefaultInstance()
                            .newDocumentBuilder()
                            .parse(xml)
                            .getDocumentElement();
            var signatures = new ContainerSignatures();
            for (Element mapping : all(root, "FileFormatMapping")) {
                signatures
                        .puids
                        .computeIfAbsent(
                                Integer.valueOf(mapping.getAttribute("signatureId")),
                                id -> new ArrayList<>())
                        .add(mapping.getAttribute("Puid"));
            }
            for (Element signature : all(root, "ContainerSignature")) {
                signatures
                        .byType
                        .computeIfAbsent(
                                signature.getAttribute("ContainerType"), type -> new ArrayList<>())
                        .add(signature(signature));
            }
            return signatures;
        } catch (ParserConfigurationException | SAXException | TransformerException e) {
            throw new IOException(e);
        }
    }

    private static ContainerSignature signature(Element element) throws TransformerException {
        var files = new ArrayList<ContainerFile>();
        for (Element entry : all(element, "File")) {
            var file = new ContainerFile();
            file.setPath(all(entry, "Path").getFirst().getTextContent());
            for (Element collection : all(entry, "InternalSignatureCollection")) {
                file.setBinarySignatures(compile(collection));
            }
            files.add(file);
        }
        var signature = new ContainerSignature();
        signature.setId(Integer.parseInt(element.getAttribute("Id")));
        signature.setFiles(files);
        return signature;
    }

    private static InternalSignatureCollection compile(Element element)
            throws TransformerException {
        var builder = new SAXModelBuilder();
        TransformerFactory.newDefaultInstance()
                .newTransformer()
                .transform(new DOMSource(element), new SAXResult(builder));
        var compiled = (InternalSignatureCollection) builder.getModel();
        compiled.prepareForUse();
        return compiled;
    }

    private static List<Element> all(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        var elements = new ArrayList<Element>();
        for (int at = 0; at < found.getLength(); at++) {
            elements.add((Element) found.item(at));
        }
        return elements;
    }

    /**
     * @param type {@code ZIP} or {@code OLE2}
     */
    List<ContainerSignature> ofType(String type) {
        return byType.getOrDefault(type, List.of());
    }

    /** Entries that some signature of the type asks for. */
    List<String> entries(String type) {
        return ofType(type).stream()
                .flatMap(signature -> signature.listFiles().stream())
                .map(ContainerFile::getPath)
                .distinct()
                .toList();
    }

    /** The formats that a signature stands for. */
    List<String> puids(ContainerSignature signature) {
        return puids.getOrDefault(signature.getId(), List.of());
    }
}

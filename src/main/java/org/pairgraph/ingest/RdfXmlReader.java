package org.pairgraph.ingest;

import java.io.IOException;
import java.io.Reader;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.eclipse.rdf4j.common.net.ParsedIRI;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.rio.RDFHandlerException;
import org.eclipse.rdf4j.rio.RDFParseException;
import org.eclipse.rdf4j.rio.helpers.XMLParserSettings;
import org.eclipse.rdf4j.rio.rdfxml.RDFXMLParser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.LocatorImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/** Reads RDF/XML. A document type, and with it every entity, is refused. */
final class RdfXmlReader {
    private static final String NO_IRI = "<%s> is not an IRI: correct it";

    private final Findings findings;
    private final ReadLimits limits;
    private Place place = Place.UNKNOWN;
    private boolean baseDeclared;

    RdfXmlReader(Findings findings, ReadLimits limits) {
        this.findings = findings;
        this.limits = limits;
    }

    Collector read(Reader text) throws IOException {
        var collector = new Collector(findings, limits, () -> place);
        if (isEmpty(text)) {
            return collector;
        }
        var parser = new RioXml();
        SourceReader.configure(parser, new ValueErrors(findings, () -> place));
        parser.getParserConfig()
                .set(XMLParserSettings.CUSTOM_XML_READER, new Bounded(plain()))
                .set(XMLParserSettings.SECURE_PROCESSING, true)
                .set(XMLParserSettings.DISALLOW_DOCTYPE_DECL, true)
                .set(XMLParserSettings.LOAD_EXTERNAL_DTD, false)
                .set(XMLParserSettings.EXTERNAL_GENERAL_ENTITIES, false)
                .set(XMLParserSettings.EXTERNAL_PARAMETER_ENTITIES, false);
        parser.setRDFHandler(collector);
        try {
            parser.parse(text, SourceReader.base());
        } catch (RDFParseException e) {
            stopped(e);
        } catch (RDFHandlerException e) {
            findings.error(place.line(), 0, RioMessages.plain(e), "");
        }
        return collector;
    }

    /** What stops Rio is told as an error first, where the tag before ended; where it stops is the better place. */
    private void stopped(RDFParseException e) {
        var message = message(e);
        if (e.getLineNumber() > 0) {
            findings.retract(message);
        }
        if (!findings.says(message)) {
            findings.error(Math.max(0, e.getLineNumber()), Math.max(0, e.getColumnNumber()), message, "");
        }
    }

    private static boolean isEmpty(Reader text) throws IOException {
        return !text.ready() && text.read() == -1;
    }

    private static String message(RDFParseException e) {
        var message = RioMessages.plain(e);
        return message.contains("DOCTYPE")
                ? "A document type (<!DOCTYPE) is not allowed: delete it and write entities out"
                : message;
    }

    private static XMLReader plain() {
        try {
            var factory = SAXParserFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("Every Java platform has an XML parser", e);
        }
    }

    /** Rio's parser. An IRI that is malformed is reported; another takes its place, so that the rest is read too. */
    private final class RioXml extends RDFXMLParser {
        @Override
        protected IRI resolveURI(String uri) {
            boolean isRelative = !RioTurtle.isAbsolute(uri);
            if (isRelative && !JsonLdIris.isReference(uri)) {
                return refused(uri);
            }
            try {
                var iri = super.resolveURI(uri);
                if (isRelative && !baseDeclared) {
                    findings.warn(place.line(), SourceReader.RELATIVE.formatted(uri, iri.stringValue()));
                }
                return iri;
            } catch (IllegalArgumentException | IndexOutOfBoundsException e) { // how Rio fails to resolve an IRI
                return refused(uri);
            }
        }

        private IRI refused(String uri) {
            findings.error(place.line(), 0, NO_IRI.formatted(Excerpt.of(uri, 0)), "");
            return valueFactory.createIRI(SourceReader.base());
        }

        @Override
        protected IRI createURI(String uri) {
            var iri = super.createURI(uri);
            return iri == null ? valueFactory.createIRI(SourceReader.base()) : iri;
        }
    }

    /**
     * Knows the line that the start tag ends on which Rio looks at, and refuses elements that are nested too deep. Rio
     * looks at a start tag when it sees what follows it.
     */
    private final class Bounded extends XMLFilterImpl {
        private int depth;
        private Locator locator = new LocatorImpl();

        Bounded(XMLReader parent) {
            super(parent);
        }

        @Override
        public void setDocumentLocator(Locator locator) {
            this.locator = locator;
            super.setDocumentLocator(locator);
        }

        @Override
        public void startElement(String namespace, String name, String qName, Attributes attributes)
                throws SAXException {
            if (++depth > limits.depth()) {
                throw new SAXParseException("Elements are nested more than %d deep".formatted(limits.depth()), locator);
            }
            requireBase(attributes.getValue(XMLConstants.XML_NS_URI, "base"));
            super.startElement(namespace, name, qName, attributes);
            place = new Place(Math.max(0, locator.getLineNumber()), 0, "");
        }

        private void requireBase(@Nullable String base) throws SAXException {
            try {
                if (base != null) {
                    ParsedIRI.create(base);
                    baseDeclared = true;
                }
            } catch (IllegalArgumentException e) {
                throw new SAXParseException(NO_IRI.formatted(Excerpt.of(base, 0)), locator);
            }
        }

        @Override
        public void endElement(String namespace, String name, String qName) throws SAXException {
            depth--;
            super.endElement(namespace, name, qName);
        }
    }
}

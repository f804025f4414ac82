package org.pairgraph.claims;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.OA;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/** Names of the terms of other vocabularies that our data uses: those vocabularies are not in the store. */
final class BorrowedTerms {
    private static final String WGS = "http://www.w3.org/2003/01/geo/wgs84_pos#";

    private static final Map<String, Label> LABELS = Map.ofEntries(
            term(RDF.type, "类", "class"),
            term(RDFS.label, "名称", "name"),
            term(RDFS.comment, "说明", "comment"),
            term(RDFS.subClassOf, "上位类", "subclass of"),
            term(RDFS.subPropertyOf, "上位属性", "subproperty of"),
            term(RDFS.domain, "用于", "used on"),
            term(RDFS.range, "取值", "values are"),
            term(RDFS.seeAlso, "参见", "see also"),
            term(RDFS.isDefinedBy, "定义于", "defined by"),
            term(SKOS.altLabel, "别名", "other name"),
            term(SKOS.definition, "定义", "definition"),
            term(SKOS.example, "例", "example"),
            term(SKOS.scopeNote, "用法", "scope note"),
            term(SKOS.inScheme, "所属代码表", "in code list"),
            term(SKOS.broader, "上位概念", "broader"),
            term(SKOS.related, "相关", "related"),
            term(SKOS.exactMatch, "等同于", "exact match"),
            term(SKOS.closeMatch, "近似于", "close match"),
            term(SKOS.Concept, "代码", "code"),
            term(SKOS.ConceptScheme, "代码表", "code list"),
            term(DCTerms.publisher, "发布者", "publisher"),
            term(DCTerms.issued, "发布日期", "date issued"),
            term(DCTerms.identifier, "标识", "identifier"),
            term(DCTerms.title, "标题", "title"),
            term(DCTerms.description, "描述", "description"),
            term(DCTerms.license, "许可", "licence"),
            term(DCTerms.created, "创建日期", "date created"),
            term(OA.hasSelector, "选择器", "selector"),
            term(OA.start, "起始字符", "first code point"),
            term(OA.end, "结束字符", "code point after the last"),
            term(OA.TextPositionSelector, "文本位置选择器", "text position selector"),
            term(OWL2.Class, "类", "class"),
            term(OWL2.ObjectProperty, "指向事物的属性", "object property"),
            term(OWL2.DatatypeProperty, "取值属性", "datatype property"),
            term(OWL2.Ontology, "本体", "ontology"),
            term(OWL2.versionIRI, "版本", "version"),
            term(OWL2.versionInfo, "版本号", "version number"),
            entry(WGS + "lat", Label.of("纬度", "latitude")),
            entry(WGS + "long", Label.of("经度", "longitude")));

    private BorrowedTerms() {}

    static Optional<Label> find(Node term) {
        return Optional.ofNullable(LABELS.get(Names.iri(term)));
    }

    private static Map.Entry<String, Label> term(Resource term, String zh, String en) {
        return entry(term.getURI(), Label.of(zh, en));
    }
}

package org.pairgraph.synthetic;

import java.util.Map;
import org.apache.jena.graph.Node;
import org.pairgraph.synthetic.Names.Name;
import org.pairgraph.vocab.PG;

/** Tells who the named parties are: areas with their hierarchy, and the organisations of each county. */
final class Parties {

    /** What follows the name of a party in both languages, and the code of its type where its kind has types. */
    private record Form(String zh, String en, String type) {
        Form(String zh, String en) {
            this(zh, en, "");
        }
    }

    /** The commonest first. */
    private static final Map<Kind, Form[]> FORMS = Map.ofEntries(
            forms(Kind.PROVINCE, new Form("省", "Province")),
            forms(Kind.CITY, new Form("市", "City"), new Form("自治州", "Autonomous Prefecture")),
            forms(
                    Kind.COUNTY,
                    new Form("县", "County", "county"),
                    new Form("区", "District", "district"),
                    new Form("市", "City", "county-level-city"),
                    new Form("自治县", "Autonomous County", "autonomous-county")),
            forms(
                    Kind.TOWNSHIP,
                    new Form("镇", "Town", "town"),
                    new Form("乡", "Township", "xiang"),
                    new Form("街道", "Subdistrict", "subdistrict")),
            forms(Kind.VILLAGE, new Form("村", "Village", "village"), new Form("社区", "Community", "community")),
            forms(Kind.SCHOOL, new Form("小学", "Primary School"), new Form("中学", "Middle School")),
            forms(Kind.HOSPITAL, new Form("卫生院", "Health Centre"), new Form("人民医院", "People's Hospital")),
            forms(
                    Kind.ENTERPRISE,
                    new Form("农业有限公司", "Agriculture Co., Ltd."),
                    new Form("食品有限公司", "Food Co., Ltd."),
                    new Form("集团", "Group")),
            forms(Kind.SOCIAL_ORGANIZATION, new Form("商会", "Chamber of Commerce"), new Form("基金会", "Foundation")),
            forms(Kind.PUBLIC_INSTITUTION, new Form("文化馆", "Cultural Centre"), new Form("图书馆", "Library")),
            forms(Kind.GOVERNMENT_BODY, new Form("办事处", "Office"), new Form("管理局", "Bureau")));

    private static final Map<Kind, Node> TYPE_PROPERTIES =
            Map.of(Kind.COUNTY, PG.countyType, Kind.TOWNSHIP, PG.townshipType, Kind.VILLAGE, PG.villageType);

    private final long seed;
    private final Population population;

    Parties(long seed, Population population) {
        this.seed = seed;
        this.population = population;
    }

    void write(Scribe scribe) {
        for (var kind : Kind.values()) {
            for (long number = 0; number < population.count(kind); number++) {
                write(kind, number, scribe);
            }
        }
    }

    private void write(Kind kind, long number, Scribe scribe) {
        var forms = FORMS.getOrDefault(kind, new Form[0]);
        int chosen = (int) Dice.of(seed, "form of " + kind.code(), number).skewedBelow(forms.length, 2);
        var form = forms[chosen];
        var name = name(kind, number);

        scribe.about(scribe.party(kind, number), kind == Kind.CITY && chosen > 0 ? PG.Prefecture : kind.type())
                .label(name.zh() + form.zh(), name.en() + " " + form.en());
        kind.parent()
                .ifPresent(parent -> scribe.say(PG.within, scribe.party(parent, population.parentOf(kind, number))));
        if (TYPE_PROPERTIES.containsKey(kind)) {
            scribe.say(TYPE_PROPERTIES.get(kind), Scribe.code(form.type()));
        }
    }

    /** The name of a party without what it is; no two parties of a kind with the same parent share it. */
    Name name(Kind kind, long number) {
        if (kind.parent().isEmpty()) {
            return Names.of(number, population.count(kind), offset(kind, 0));
        }
        long parent = population.parentOf(kind, number);
        var siblings = population.childrenOf(parent, kind);
        return Names.of(number - siblings.first(), siblings.size(), offset(kind, parent));
    }

    private long offset(Kind kind, long parent) {
        return Dice.of(seed, "names of " + kind.code(), parent).below(1_000_000);
    }

    private static Map.Entry<Kind, Form[]> forms(Kind kind, Form... forms) {
        return Map.entry(kind, forms);
    }
}

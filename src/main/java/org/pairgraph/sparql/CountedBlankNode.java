package org.pairgraph.sparql;

import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.expr.E_BNode;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionEnv;

/** BNODE with a label, for which ARQ remembers each row until the query ends. */
final class CountedBlankNode extends ExprFunction1 {
    private static final long REMEMBERED = 800;

    private final Expr inner;
    private final HeldMemory memory;

    CountedBlankNode(Expr argument, HeldMemory memory) {
        super(argument, "bnode");
        this.inner = E_BNode.create(argument);
        this.memory = memory;
    }

    @Override
    public NodeValue evalSpecial(Binding row, FunctionEnv env) {
        memory.take(REMEMBERED + RowSize.of(row));
        return inner.eval(row, env);
    }

    @Override
    public NodeValue eval(NodeValue value) {
        throw new IllegalStateException("It is evaluated with its row");
    }

    @Override
    public Expr copy(Expr argument) {
        return new CountedBlankNode(argument, memory);
    }
}

package org.pairgraph.sparql;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.pairgraph.vocab.XmlLimits;
import org.pairgraph.vocab.XmlLimits.NotInXml;

/**
 * The rows of an answer up to a bound. Writers end it like any other, so that it stays well-formed; {@link #cut} says
 * afterwards whether there was more.
 */
public final class BoundedRows implements RowSet {
    private final RowSet rows;
    private final RunningQuery query;
    private final Consumer<Binding> onRow;
    private final long most;
    private final long mostBytes;
    private final LongSupplier bytes;
    private boolean inXml;
    private long count;
    private Optional<Cut> cut = Optional.empty();

    /** @param onRow is told of each row that is given */
    BoundedRows(
            RowSet rows, RunningQuery query, Consumer<Binding> onRow, long most, long mostBytes, LongSupplier bytes) {
        this.rows = rows;
        this.query = query;
        this.onRow = onRow;
        this.most = most;
        this.mostBytes = mostBytes;
        this.bytes = bytes;
    }

    /** Has rows that XML cannot hold refused: they are to be written in a format of XML. */
    public BoundedRows inXml() {
        inXml = true;
        return this;
    }

    /** Which bound the answer ran into; none when it is whole. */
    public Optional<Cut> cut() {
        return cut;
    }

    @Override
    public boolean hasNext() {
        if (cut.isPresent() || !orRefuse(rows::hasNext)) {
            return false;
        }
        if (count >= most) {
            cut = Optional.of(Cut.ROWS);
        } else if (bytes.getAsLong() >= mostBytes) {
            cut = Optional.of(Cut.BYTES);
        }
        return cut.isEmpty();
    }

    @Override
    public Binding next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        count++;
        return orRefuse(() -> {
            var row = rows.next();
            onRow.accept(row);
            if (inXml) {
                row.forEach((variable, term) -> XmlLimits.requireText(term));
            }
            return row;
        });
    }

    @Override
    public List<Var> getResultVars() {
        return rows.getResultVars();
    }

    @Override
    public long getRowNumber() {
        return count;
    }

    @Override
    public void close() {
        rows.close();
    }

    /** Writers would take a cancelled query for the end of their work. */
    private <T> T orRefuse(Supplier<T> step) {
        try {
            query.check();
            return step.get();
        } catch (EndedEarly e) {
            throw e.refusal();
        } catch (NotInXml e) {
            throw QueryRefusal.of(e);
        } catch (QueryCancelledException e) {
            throw query.findWhy().orElseThrow(() -> e);
        }
    }
}

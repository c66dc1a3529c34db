package org.guixue.search;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Tokens at stated positions, as Lucene wants to be fed. For one field of one document. */
final class TokenList extends TokenStream {
    static final String NAME_BEGINS = "<";
    static final String NAME_ENDS = ">";

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final List<Token> tokens = new ArrayList<>();
    private int next;
    private int position = -1;

    private record Token(String term, int position) {}

    /** A paper's text: each item, and each two ideographs that stand side by side. */
    static TokenList ofText(List<Folded.Item> items) {
        TokenList list = new TokenList();
        for (int i = 0; i < items.size(); i++) {
            Folded.Item item = items.get(i);
            list.tokens.add(new Token(item.token(), item.position()));
            if (i + 1 < items.size() && item.pairsWith(items.get(i + 1))) {
                list.tokens.add(new Token(item.token() + items.get(i + 1).token(), item.position()));
            }
        }
        return list;
    }

    /** A name: at each character all that it is found by, between two marks. */
    static TokenList ofName(List<Folded.Item> items) {
        TokenList list = new TokenList();
        list.tokens.add(new Token(NAME_BEGINS, 0));
        for (Folded.Item item : items) {
            NamePinyin.tokens(item).forEach(token -> list.tokens.add(new Token(token, 1 + item.position())));
        }
        list.tokens.add(new Token(NAME_ENDS, 1 + items.size()));
        return list;
    }

    @Override
    public boolean incrementToken() {
        if (next == tokens.size()) {
            return false;
        }
        clearAttributes();
        Token token = tokens.get(next++);
        term.append(token.term());
        increment.setPositionIncrement(token.position() - position);
        position = token.position();
        return true;
    }

    @Override
    public void reset() {
        next = 0;
        position = -1;
    }
}

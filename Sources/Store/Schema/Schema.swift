/// The main file: dictionaries, rollups, conversations, traces, failures.
///
/// Spelled out, not made from `Measure`, because version 1 must stay what it was. In rollups and histograms `sid` is a series, or
/// −id of an environment: all its series together; since version 2 also a line (see `LineBook`).
enum MainSchema {
    static let v1 = """
        CREATE TABLE meta(key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE day(day INTEGER PRIMARY KEY, block INTEGER NOT NULL);
        CREATE TABLE environment(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
        CREATE TABLE series(
            id INTEGER PRIMARY KEY, environment TEXT NOT NULL, service TEXT NOT NULL, role TEXT NOT NULL, operation TEXT NOT NULL,
            provider TEXT NOT NULL, model TEXT NOT NULL, agent TEXT NOT NULL, outcome TEXT NOT NULL,
            UNIQUE(environment, service, role, operation, provider, model, agent, outcome));
        CREATE TABLE roll_minute(
            t INTEGER NOT NULL, sid INTEGER NOT NULL,
            spans INTEGER NOT NULL DEFAULT 0, llm INTEGER NOT NULL DEFAULT 0, tools INTEGER NOT NULL DEFAULT 0,
            agents INTEGER NOT NULL DEFAULT 0, traces INTEGER NOT NULL DEFAULT 0, badTimes INTEGER NOT NULL DEFAULT 0,
            calls INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0, recovered INTEGER NOT NULL DEFAULT 0,
            degraded INTEGER NOT NULL DEFAULT 0, metered INTEGER NOT NULL DEFAULT 0, input INTEGER NOT NULL DEFAULT 0,
            output INTEGER NOT NULL DEFAULT 0, cacheRead INTEGER NOT NULL DEFAULT 0, cacheWrite INTEGER NOT NULL DEFAULT 0,
            reasoning INTEGER NOT NULL DEFAULT 0, priced INTEGER NOT NULL DEFAULT 0, cost INTEGER NOT NULL DEFAULT 0,
            reported INTEGER NOT NULL DEFAULT 0, conversationCalls INTEGER NOT NULL DEFAULT 0,
            conversationPriced INTEGER NOT NULL DEFAULT 0, conversationCost INTEGER NOT NULL DEFAULT 0,
            turns INTEGER NOT NULL DEFAULT 0, messages INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY(t, sid)) WITHOUT ROWID;
        CREATE TABLE lat_minute(
            t INTEGER NOT NULL, sid INTEGER NOT NULL, kind INTEGER NOT NULL, h BLOB NOT NULL, PRIMARY KEY(t, sid, kind)) WITHOUT ROWID;
        CREATE TABLE roll_hour(
            t INTEGER NOT NULL, sid INTEGER NOT NULL,
            spans INTEGER NOT NULL DEFAULT 0, llm INTEGER NOT NULL DEFAULT 0, tools INTEGER NOT NULL DEFAULT 0,
            agents INTEGER NOT NULL DEFAULT 0, traces INTEGER NOT NULL DEFAULT 0, badTimes INTEGER NOT NULL DEFAULT 0,
            calls INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0, recovered INTEGER NOT NULL DEFAULT 0,
            degraded INTEGER NOT NULL DEFAULT 0, metered INTEGER NOT NULL DEFAULT 0, input INTEGER NOT NULL DEFAULT 0,
            output INTEGER NOT NULL DEFAULT 0, cacheRead INTEGER NOT NULL DEFAULT 0, cacheWrite INTEGER NOT NULL DEFAULT 0,
            reasoning INTEGER NOT NULL DEFAULT 0, priced INTEGER NOT NULL DEFAULT 0, cost INTEGER NOT NULL DEFAULT 0,
            reported INTEGER NOT NULL DEFAULT 0, conversationCalls INTEGER NOT NULL DEFAULT 0,
            conversationPriced INTEGER NOT NULL DEFAULT 0, conversationCost INTEGER NOT NULL DEFAULT 0,
            turns INTEGER NOT NULL DEFAULT 0, messages INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY(t, sid)) WITHOUT ROWID;
        CREATE TABLE lat_hour(
            t INTEGER NOT NULL, sid INTEGER NOT NULL, kind INTEGER NOT NULL, h BLOB NOT NULL, PRIMARY KEY(t, sid, kind)) WITHOUT ROWID;
        CREATE TABLE roll_day(
            t INTEGER NOT NULL, sid INTEGER NOT NULL,
            spans INTEGER NOT NULL DEFAULT 0, llm INTEGER NOT NULL DEFAULT 0, tools INTEGER NOT NULL DEFAULT 0,
            agents INTEGER NOT NULL DEFAULT 0, traces INTEGER NOT NULL DEFAULT 0, badTimes INTEGER NOT NULL DEFAULT 0,
            calls INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0, recovered INTEGER NOT NULL DEFAULT 0,
            degraded INTEGER NOT NULL DEFAULT 0, metered INTEGER NOT NULL DEFAULT 0, input INTEGER NOT NULL DEFAULT 0,
            output INTEGER NOT NULL DEFAULT 0, cacheRead INTEGER NOT NULL DEFAULT 0, cacheWrite INTEGER NOT NULL DEFAULT 0,
            reasoning INTEGER NOT NULL DEFAULT 0, priced INTEGER NOT NULL DEFAULT 0, cost INTEGER NOT NULL DEFAULT 0,
            reported INTEGER NOT NULL DEFAULT 0, conversationCalls INTEGER NOT NULL DEFAULT 0,
            conversationPriced INTEGER NOT NULL DEFAULT 0, conversationCost INTEGER NOT NULL DEFAULT 0,
            turns INTEGER NOT NULL DEFAULT 0, messages INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY(t, sid)) WITHOUT ROWID;
        CREATE TABLE lat_day(
            t INTEGER NOT NULL, sid INTEGER NOT NULL, kind INTEGER NOT NULL, h BLOB NOT NULL, PRIMARY KEY(t, sid, kind)) WITHOUT ROWID;
        CREATE TABLE conversation(
            id INTEGER PRIMARY KEY, environment TEXT NOT NULL, key TEXT NOT NULL, service TEXT NOT NULL, user TEXT, title TEXT,
            first INTEGER NOT NULL, last INTEGER NOT NULL, active INTEGER NOT NULL DEFAULT 0,
            llm INTEGER NOT NULL DEFAULT 0, tools INTEGER NOT NULL DEFAULT 0, calls INTEGER NOT NULL DEFAULT 0,
            failed INTEGER NOT NULL DEFAULT 0, recovered INTEGER NOT NULL DEFAULT 0, degraded INTEGER NOT NULL DEFAULT 0,
            metered INTEGER NOT NULL DEFAULT 0, input INTEGER NOT NULL DEFAULT 0, output INTEGER NOT NULL DEFAULT 0,
            cacheRead INTEGER NOT NULL DEFAULT 0, cacheWrite INTEGER NOT NULL DEFAULT 0, reasoning INTEGER NOT NULL DEFAULT 0,
            priced INTEGER NOT NULL DEFAULT 0, cost INTEGER NOT NULL DEFAULT 0, turns INTEGER NOT NULL DEFAULT 0,
            messages INTEGER NOT NULL DEFAULT 0,
            UNIQUE(environment, key));
        CREATE INDEX conversation_last ON conversation(last, id);
        CREATE INDEX conversation_first ON conversation(first);
        CREATE INDEX conversation_cost ON conversation(last, cost, priced, turns, failed, recovered, environment);
        CREATE INDEX conversation_user ON conversation(user, last) WHERE user IS NOT NULL;
        CREATE INDEX conversation_key ON conversation(key);
        CREATE TABLE conversation_series(
            conversation INTEGER NOT NULL, sid INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,
            PRIMARY KEY(conversation, sid)) WITHOUT ROWID;
        CREATE INDEX conversation_series_last ON conversation_series(sid, last, first);
        CREATE TABLE conversation_hour(
            environment TEXT NOT NULL, hour INTEGER NOT NULL, began INTEGER NOT NULL DEFAULT 0, ended INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY(environment, hour)) WITHOUT ROWID;
        CREATE TABLE trace(
            id INTEGER PRIMARY KEY, high INTEGER NOT NULL, low INTEGER NOT NULL, environment TEXT NOT NULL, service TEXT NOT NULL,
            name TEXT NOT NULL, route TEXT, http INTEGER, root INTEGER NOT NULL DEFAULT 0, broken INTEGER NOT NULL DEFAULT 0,
            start INTEGER NOT NULL, end INTEGER NOT NULL, llm_first INTEGER, llm_last INTEGER, llm_end INTEGER,
            conversation INTEGER, user TEXT, loops INTEGER NOT NULL DEFAULT 0, loop_tool TEXT,
            spans INTEGER NOT NULL DEFAULT 0, llm INTEGER NOT NULL DEFAULT 0, tools INTEGER NOT NULL DEFAULT 0,
            agents INTEGER NOT NULL DEFAULT 0, calls INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0,
            recovered INTEGER NOT NULL DEFAULT 0, degraded INTEGER NOT NULL DEFAULT 0, metered INTEGER NOT NULL DEFAULT 0,
            input INTEGER NOT NULL DEFAULT 0, output INTEGER NOT NULL DEFAULT 0, cacheRead INTEGER NOT NULL DEFAULT 0,
            cacheWrite INTEGER NOT NULL DEFAULT 0, reasoning INTEGER NOT NULL DEFAULT 0, priced INTEGER NOT NULL DEFAULT 0,
            cost INTEGER NOT NULL DEFAULT 0, reported INTEGER NOT NULL DEFAULT 0, turns INTEGER NOT NULL DEFAULT 0,
            messages INTEGER NOT NULL DEFAULT 0,
            UNIQUE(low, high));
        CREATE INDEX trace_start ON trace(start, id);
        CREATE INDEX trace_conversation ON trace(conversation, start, id) WHERE conversation IS NOT NULL;
        CREATE INDEX trace_user ON trace(user, start) WHERE user IS NOT NULL;
        CREATE TABLE trace_series(trace INTEGER NOT NULL, sid INTEGER NOT NULL, PRIMARY KEY(trace, sid)) WITHOUT ROWID;
        CREATE TABLE failure_group(
            id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, environment TEXT NOT NULL, service TEXT NOT NULL, operation TEXT NOT NULL,
            model TEXT NOT NULL, tool TEXT NOT NULL, class TEXT NOT NULL, type TEXT NOT NULL, fingerprint TEXT NOT NULL, message TEXT,
            UNIQUE(kind, environment, service, operation, model, tool, class, type, fingerprint));
        CREATE TABLE failure(
            start INTEGER NOT NULL, trace INTEGER NOT NULL, span INTEGER NOT NULL, gid INTEGER NOT NULL, sid INTEGER NOT NULL,
            recovered INTEGER NOT NULL DEFAULT 0, PRIMARY KEY(start, trace, span)) WITHOUT ROWID;
        """
}

extension MainSchema {
    /// Failed calls without usage apart; lines beside series; failures by their group; times of the calls of quiet days. What is there already is counted by `Upgrade2`.
    static let v2 = """
        ALTER TABLE roll_minute ADD COLUMN unused INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE roll_minute ADD COLUMN conversationUnused INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE roll_hour ADD COLUMN unused INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE roll_hour ADD COLUMN conversationUnused INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE roll_day ADD COLUMN unused INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE roll_day ADD COLUMN conversationUnused INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE trace ADD COLUMN unused INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE conversation ADD COLUMN unused INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE line(
            id INTEGER PRIMARY KEY, environment TEXT NOT NULL, provider TEXT NOT NULL, model TEXT NOT NULL, outcome TEXT NOT NULL,
            UNIQUE(environment, provider, model, outcome));
        ALTER TABLE day ADD COLUMN recost INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX failure_gid ON failure(gid, start);
        CREATE TABLE call_day(day INTEGER PRIMARY KEY, calls INTEGER NOT NULL);
        CREATE TABLE call_time(
            day INTEGER NOT NULL, sid INTEGER NOT NULL, start INTEGER NOT NULL, trace INTEGER NOT NULL, span INTEGER NOT NULL,
            length INTEGER NOT NULL, firstChunk INTEGER, output INTEGER, PRIMARY KEY(day, sid, start, trace, span)) WITHOUT ROWID;
        """
}

extension MainSchema {
    /// What the cost is made of; the price table's names of models; when a conversation's last LLM span ended. What is there already is named by `Upgrade3`; its costs stay whole.
    static let v3 = """
        ALTER TABLE roll_minute ADD COLUMN costInput INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE roll_minute ADD COLUMN costOutput INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE roll_hour ADD COLUMN costInput INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE roll_hour ADD COLUMN costOutput INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE roll_day ADD COLUMN costInput INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE roll_day ADD COLUMN costOutput INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE conversation ADD COLUMN ended INTEGER NOT NULL DEFAULT 0;
        UPDATE conversation SET ended=COALESCE((SELECT max(t.llm_end) FROM trace t WHERE t.conversation=conversation.id), 0);
        CREATE TABLE model_name(
            id INTEGER PRIMARY KEY, provider TEXT NOT NULL, model TEXT NOT NULL, name TEXT NOT NULL, UNIQUE(provider, model));
        """
}

/// One file for each day: its spans, and the blocks that hold what was sent. Thrown away whole.
enum DaySchema {
    static let v1 = """
        CREATE TABLE block(id INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
        CREATE TABLE span(
            trace INTEGER NOT NULL, span INTEGER NOT NULL, parent INTEGER NOT NULL, sid INTEGER NOT NULL, start INTEGER NOT NULL,
            length INTEGER NOT NULL, kind INTEGER NOT NULL, status INTEGER NOT NULL, flags INTEGER NOT NULL, name TEXT NOT NULL,
            input INTEGER, output INTEGER, cacheRead INTEGER, cacheWrite INTEGER, reasoning INTEGER, cost INTEGER, firstChunk INTEGER,
            http INTEGER, more TEXT, block INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY(trace, span)) WITHOUT ROWID;
        CREATE TABLE record(
            low INTEGER NOT NULL, span INTEGER NOT NULL, time INTEGER NOT NULL, hash INTEGER NOT NULL, high INTEGER NOT NULL,
            block INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY(low, span, time, hash)) WITHOUT ROWID;
        """

    /// What a user said in a record, for the title of the conversation.
    static let v2 = "ALTER TABLE record ADD COLUMN title TEXT"

    /// New costs on their way to `span` (see `RecostJournal`).
    static let v3 = """
        CREATE TABLE recost(
            trace INTEGER NOT NULL, span INTEGER NOT NULL, portion INTEGER NOT NULL, cost INTEGER NOT NULL, more TEXT,
            PRIMARY KEY(trace, span)) WITHOUT ROWID
        """

    /// The parts of a cost (see `Measure.costInput`).
    static let v4 = """
        ALTER TABLE span ADD COLUMN costInput INTEGER;
        ALTER TABLE span ADD COLUMN costOutput INTEGER;
        ALTER TABLE recost ADD COLUMN costInput INTEGER;
        ALTER TABLE recost ADD COLUMN costOutput INTEGER;
        """
}

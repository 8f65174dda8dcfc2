// Measures: how many accounts of each platform and trade show each sign of remote control, and of all together.
// Cost:     the rows that remote-desktop.baseline.sql counted, a row for each platform and trade.
WITH [r IN $rows | {platform: r.platform, trade: r.trade, accounts: r.accounts,
                    port: r.port, open: r.open, tool: r.tool, hosting: r.hosting}] AS groups
RETURN {accounts: reduce(n = 0, g IN groups | n + g.accounts), port: reduce(n = 0, g IN groups | n + g.port),
        open: reduce(n = 0, g IN groups | n + g.open), tool: reduce(n = 0, g IN groups | n + g.tool),
        hosting: reduce(n = 0, g IN groups | n + g.hosting)} AS usual_overall,
       [g IN groups WHERE g.accounts >= $peers_enough] AS usual_by_trade

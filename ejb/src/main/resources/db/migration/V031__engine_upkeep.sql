-- Commands are kept until they are sent and some days longer, for whoever has to find out what a gateway was told; then
-- the engine's upkeep takes them away.
grant delete on engine_command to fairlead_engine;

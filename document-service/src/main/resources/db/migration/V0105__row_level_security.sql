-- A transaction sees the rows of the agency that it was opened for (service-kit sets earchive.agency_id); a query that forgets the
-- agency returns nothing. FORCE: the owner is bound as well. Jobs run as document_jobs, which bypasses row security.

do $$
declare
    scoped text;
begin
    foreach scoped in array array[
        'number_series', 'upload', 'document', 'document_file', 'edxml_message', 'dossier_list', 'dossier_list_item', 'dossier',
        'dossier_document', 'submission', 'submission_item', 'return_reason', 'process_trace', 'working_bytes_release'
    ] loop
        execute format('alter table %I enable row level security', scoped);
        execute format('alter table %I force row level security', scoped);
        execute format(
            'create policy agency_only on %I using (agency_id = nullif(current_setting(''earchive.agency_id'', true), '''')::uuid)', scoped);
    end loop;
end
$$;

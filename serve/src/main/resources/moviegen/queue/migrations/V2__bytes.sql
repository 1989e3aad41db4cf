-- What all files together have is asked with every new job.
create index jobs_bytes on jobs (bytes);

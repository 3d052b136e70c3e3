import './routes-access.ts'
import './routes-customers.ts'
import './routes-intake.ts'
import './routes-understand.ts'
